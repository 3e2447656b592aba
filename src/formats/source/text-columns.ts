// Which two columns of a table hold the two languages: by their titles, else by what is written in them.
import { inBothLanguages, languageNamed, runsTheOtherWay, type Languages } from './columns.js'

export interface TextColumns {
  source: number
  target: number
  /** The row after the titles. */
  firstRow: number
}

export function textColumns(rows: string[][], languages: Languages | undefined): TextColumns | null {
  return (
    (languages && (namedColumns(rows, languages) ?? roleColumns(rows, languages))) ?? fullestColumns(rows, languages)
  )
}

/** Titles may stand below a heading of the whole table. */
const rowsOfTitles = 10

function namedColumns(rows: string[][], languages: Languages): TextColumns | null {
  return titledColumns(rows, (title) => languageNamed(title, languages))
}

/** Titles of translators' tables that name no language. */
const roles = {
  source: [
    'source',
    'source text',
    'source segment',
    'original',
    '原文',
    '源文',
    '源语言',
    '原語',
    'ausgangstext',
    'quelle',
  ],
  target: [
    'target',
    'target text',
    'target segment',
    'translation',
    '译文',
    '譯文',
    '翻译',
    '訳文',
    'zieltext',
    'ziel',
  ],
}

export function roleNamed(title: string): 'source' | 'target' | null {
  const written = title.trim().toLowerCase()
  return roles.source.includes(written) ? 'source' : roles.target.includes(written) ? 'target' : null
}

/** What a table calls its source may be the target of who reads it: the scripts decide where they can. */
function roleColumns(rows: string[][], languages: Languages): TextColumns | null {
  const columns = titledColumns(rows, roleNamed)
  if (!columns) return null
  const { source, target, firstRow } = columns
  const texts = rows.slice(firstRow)
  const pair = [source, target].map((index) => texts.map((cells) => cells[index] ?? '').join('')) as [string, string]
  if (!inBothLanguages(pair, languages)) return null
  return runsTheOtherWay(pair, languages) ? { source: target, target: source, firstRow } : columns
}

function titledColumns(rows: string[][], sideOf: (title: string) => 'source' | 'target' | null): TextColumns | null {
  for (const [index, cells] of rows.slice(0, rowsOfTitles).entries()) {
    const named = cells.map((cell) => sideOf(cell))
    const [source, target] = [named.indexOf('source'), named.indexOf('target')]
    if (source !== -1 && target !== -1) return { source, target, firstRow: index + 1 }
  }
  return null
}

/** The two columns with the most letters, in the order that fits the languages. */
function fullestColumns(rows: string[][], languages: Languages | undefined): TextColumns | null {
  const texts: string[] = []
  for (const cells of rows.slice(0, 2000))
    for (const [index, cell] of cells.entries()) texts[index] = (texts[index] ?? '') + cell
  const letters = [...texts].map((text, index) => ({
    index,
    text: text ?? '',
    count: text?.match(/\p{Letter}/gu)?.length ?? 0,
  }))
  const [first, second] = letters
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .sort((a, b) => a.index - b.index)
  if (!first || !second) return null
  if (!languages) return { source: first.index, target: second.index, firstRow: 0 }
  const pair: [string, string] = [first.text, second.text]
  if (!inBothLanguages(pair, languages)) return null
  const swapped = runsTheOtherWay(pair, languages)
  return { source: (swapped ? second : first).index, target: (swapped ? first : second).index, firstRow: 0 }
}
