import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import type { SourceSegment } from '../source/source-file.js'
import type { Block, Cell } from './read-body.js'

type Languages = { source: LanguageTag; target: LanguageTag }

/** A table of this share of the document's characters is what the document is about. */
const share = 0.5

/** The pairs of a document that is mainly tables of two columns of text, or null when it is not. */
export function bilingualRows(blocks: Block[], languages?: Languages): SourceSegment[] | null {
  const tables = blocks.filter((block) => block.kind === 'table').flatMap(({ rows }) => twoColumns(rows) ?? [])
  if (tables.length === 0 || lengthOfRows(tables) < lengthOfAll(blocks) * share) return null
  const rows = languages ? withoutHeading(tables, languages) : tables
  if (rows.length === 0 || (languages && !distinctScripts(rows, languages))) return null
  const swapped = languages ? runsTheOtherWay(rows, languages) : false
  return rows.flatMap((row, index) => paragraphsOf(swapped ? [row[1], row[0]] : row, index + 1))
}

type Row = [source: Cell, target: Cell]

/** Rows of two text cells; a first column of numbers only does not count, headings across the table are left out. */
function twoColumns(rows: Cell[][]): Row[] | null {
  const filled = rows.filter((cells) => cells.some(hasText))
  const pairs = filled.map((cells) => (cells.length === 3 && isNumber(cells[0]!) ? cells.slice(1) : cells))
  const twos = pairs.filter((cells): cells is Row => cells.length === 2)
  const across = pairs.filter((cells) => cells.length === 1)
  return twos.length > 0 && twos.length + across.length === pairs.length ? twos : null
}

const textOf = (cell: Cell): string => cell.join('\n').trim()
const hasText = (cell: Cell): boolean => textOf(cell) !== ''
const isNumber = (cell: Cell): boolean => /^[\d\s.)(]*$/.test(textOf(cell))
const lengthOfRows = (rows: Row[]): number => rows.reduce((sum, row) => sum + row.flat().join('').length, 0)

function lengthOfAll(blocks: Block[]): number {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat(2)))
  return texts.join('').length
}

/** A first row that only names the languages is no pair. */
function withoutHeading(rows: Row[], { source, target }: Languages): Row[] {
  const names = new Set([source, target].flatMap((language) => namesOf(language, [source, target, 'en'])))
  const isHeading = rows[0]?.every((cell) => names.has(textOf(cell).toLowerCase())) ?? false
  return isHeading ? rows.slice(1) : rows
}

/** `zh` -> zh, chinese, 中文, in the languages that a heading may be written in. */
function namesOf(language: LanguageTag, readers: LanguageTag[]): string[] {
  const names = readers.flatMap((reader) => {
    const display = new Intl.DisplayNames(reader, { type: 'language' })
    return [display.of(language), display.of(primaryLanguage(language))]
  })
  return [language, ...names.filter((name) => name !== undefined)].map((name) => name.toLowerCase())
}

/** The scripts of languages that are not written in Latin letters. */
const scripts: Record<string, RegExp> = {
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  bg: /\p{Script=Cyrillic}/gu,
  sr: /[\p{Script=Cyrillic}\p{Script=Latin}]/gu,
  el: /\p{Script=Greek}/gu,
  ar: /\p{Script=Arabic}/gu,
  fa: /\p{Script=Arabic}/gu,
  he: /\p{Script=Hebrew}/gu,
  th: /\p{Script=Thai}/gu,
  hi: /\p{Script=Devanagari}/gu,
}
const latin = /\p{Script=Latin}/gu

const scriptOf = (language: LanguageTag): RegExp => scripts[primaryLanguage(language)] ?? latin

/** Letters of the language's script, as a share of all letters of a column. */
function shareOfScript(cells: Cell[], language: LanguageTag): number {
  const text = cells.flat().join('')
  const letters = text.match(/\p{Letter}/gu)?.length ?? 0
  return letters === 0 ? 0 : (text.match(scriptOf(language))?.length ?? 0) / letters
}

function columnFit(rows: Row[], { source, target }: Languages): number {
  return (
    shareOfScript(
      rows.map((row) => row[0]),
      source,
    ) +
    shareOfScript(
      rows.map((row) => row[1]),
      target,
    )
  )
}

const turned = ({ source, target }: Languages): Languages => ({ source: target, target: source })

function runsTheOtherWay(rows: Row[], languages: Languages): boolean {
  return columnFit(rows, turned(languages)) > columnFit(rows, languages)
}

/** A glossary of two columns in one language (term, explanation) is no translation. Languages of one script cannot be told apart here. */
function distinctScripts(rows: Row[], languages: Languages): boolean {
  return Math.max(columnFit(rows, languages), columnFit(rows, turned(languages))) > 1.1
}

/** Cells of equally many paragraphs answer each other paragraph by paragraph. */
function paragraphsOf([source, target]: Row, line: number): SourceSegment[] {
  const sources = source.filter((text) => text.trim() !== '')
  const targets = target.filter((text) => text.trim() !== '')
  if (sources.length === targets.length)
    return sources.map((text, index) => ({ source: text, target: targets[index]!, line }))
  return [{ source: sources.join('\n'), target: targets.join('\n'), line }]
}
