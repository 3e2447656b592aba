import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage, primaryLanguage } from '../../shared/language-tag.js'
import type { SourceFile, SourceFileOptions, SourceSegment } from '../source/source-file.js'
import type { DecodedText } from '../text/decode-text.js'

/** A file called .tsv is one; another is, when nearly all of its lines are two cells. */
export function looksLikeTsv(name: string, text: string): boolean {
  if (/\.(tsv|tab)$/i.test(name)) return true
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  const twoCells = lines.filter((line) => /^[^\t]*\S[^\t]*\t[^\t]*\S[^\t]*$/.test(line))
  return lines.length > 0 && twoCells.length >= lines.length * 0.9
}

/** One pair a line: source, a tab, target. Quotes are literal; a first line that only names the columns is not a pair. */
export function readTsv(name: string, decoded: DecodedText, options: SourceFileOptions): SourceFile {
  const rows = rowsOf(name, decoded.text)
  const header = rows[0] && headerOf(rows[0], options)
  const segments = (header ? rows.slice(1) : rows).map((row) => toSegment(row, header?.swapped ?? false))
  if (segments.length === 0)
    throw new DomainError('unreadable-file', 'The file holds no pair.', {
      remedy: 'Write one pair a line: source text, a tab, target text.',
      place: { file: name },
    })
  return { kind: 'segments', format: 'tsv', segments, encoding: decoded.encoding, languages: header?.languages }
}

interface Row {
  line: number
  cells: [string, string]
}

function rowsOf(name: string, text: string): Row[] {
  const rows: Row[] = []
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    if (content.trim() === '') continue
    const cells = content.split('\t')
    if (cells.length !== 2) throw wrongCells(name, index + 1, cells.length)
    rows.push({ line: index + 1, cells: [cells[0]!, cells[1]!] })
  }
  return rows
}

function wrongCells(name: string, line: number, count: number): DomainError {
  const found = count === 1 ? 'no tab' : `${count - 1} tabs`
  return new DomainError('unreadable-file', `Line ${line} has ${found}; a pair has one.`, {
    remedy: 'Write one pair a line: source text, a tab, target text, and no other column.',
    place: { file: name, line },
  })
}

function headerOf({ cells }: Row, { languages }: SourceFileOptions) {
  const [first, second] = cells.map((cell) => cell.trim())
  if (/^source$/i.test(first!) && /^target$/i.test(second!)) return { swapped: false, languages: undefined }
  if (!isLanguageCode(first!) || !isLanguageCode(second!)) return null
  const named = { source: canonicalLanguage(first!)!, target: canonicalLanguage(second!)! }
  const swapped = languages !== undefined && primaryLanguage(named.source) === primaryLanguage(languages.target)
  return { swapped, languages: swapped ? { source: named.target, target: named.source } : named }
}

/** `zh`, `en-GB`: short enough not to be a word, and a language that has a name. */
function isLanguageCode(cell: string): boolean {
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(cell)) return false
  const canonical = canonicalLanguage(cell)
  return (
    canonical !== null &&
    new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(canonical) !== undefined
  )
}

function toSegment({ line, cells }: Row, swapped: boolean): SourceSegment {
  const [source, target] = swapped ? [cells[1], cells[0]] : cells
  return { source, target, line }
}
