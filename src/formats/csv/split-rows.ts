import { DomainError } from '../../shared/errors.js'
import type { TableRow } from '../table/table-row.js'
import { withoutApostrophe, withoutQuotes } from './cells.js'

export interface SplitOptions {
  file?: string
  delimiter: string
  /** Cells may be in double quotes (RFC 4180); otherwise quotes are characters like others. */
  quoted: boolean
}

const maxCell = 1_000_000
const maxCells = 10_000
const lineEnd = /\r\n|\n|\r/g

/** Splits a text into rows as it arrives. Rows without any text are left out. */
export class RowSplitter {
  private rest = ''
  private line = 0
  private startLine = 1
  private cells: string[] = []
  /** Of the quoted cell that the line end stood in; null outside. */
  private open: string | null = null
  private openLine = 0

  constructor(private readonly options: SplitOptions) {}

  write(text: string): TableRow[] {
    return this.take(this.rest + text, false)
  }

  end(): TableRow[] {
    const rows = this.take(this.rest, true)
    if (this.open !== null)
      throw new DomainError(
        'unreadable-file',
        `The table breaks at line ${this.openLine}: a quoted cell is not closed.`,
        {
          remedy: 'Close the quote, or save the table again.',
          place: { file: this.options.file, line: this.openLine },
        },
      )
    return rows
  }

  private take(text: string, last: boolean): TableRow[] {
    const rows: TableRow[] = []
    let at = 0
    const feed = (line: string, end: string): void => {
      const row = this.feed(line, end)
      if (row) rows.push(row)
    }
    for (const found of text.matchAll(lineEnd)) {
      // A carriage return at the very end may be half of a line end.
      if (!last && found[0] === '\r' && found.index === text.length - 1) break
      feed(text.slice(at, found.index), found[0])
      at = found.index + found[0].length
    }
    this.rest = text.slice(at)
    if (last && this.rest) feed(this.rest, '')
    else if (this.rest.length > maxCell * 2) this.refuse('A line', `${maxCell * 2} characters`)
    return rows
  }

  private feed(line: string, end: string): TableRow | null {
    this.line++
    if (this.open === null) {
      this.startLine = this.line
      this.cells = []
    }
    if (!this.splitLine(line, end)) return null
    const cells = this.cells.map((cell) => withoutApostrophe(cell).trim())
    return cells.some((cell) => cell !== '') ? { line: this.startLine, cells } : null
  }

  /** @returns false while a quoted cell goes on in the next line */
  private splitLine(line: string, end: string): boolean {
    const { delimiter, quoted } = this.options
    if (this.open === null && (!quoted || !line.includes('"'))) {
      this.cells = line.split(delimiter)
      if (!quoted) this.cells = this.cells.map(withoutQuotes)
      this.checkSize()
      return true
    }
    let at = 0
    for (;;) {
      if (this.open === null) {
        const quote = /^[ ]*"/.exec(line.slice(at, at + 100))
        if (!quote) {
          const next = line.indexOf(delimiter, at)
          this.cells.push(line.slice(at, next === -1 ? undefined : next))
          if (next === -1) break
          at = next + delimiter.length
          continue
        }
        this.open = ''
        this.openLine = this.line
        at += quote[0].length
      }
      const quote = line.indexOf('"', at)
      if (quote === -1) {
        this.open += line.slice(at) + end
        if (this.open.length > maxCell) this.refuse('A cell')
        return false
      }
      this.open += line.slice(at, quote)
      at = quote + 1
      if (line[at] === '"') {
        this.open += '"'
        at++
        continue
      }
      const next = line.indexOf(delimiter, at)
      this.cells.push(this.open + line.slice(at, next === -1 ? undefined : next).trim())
      this.open = null
      if (next === -1) break
      at = next + delimiter.length
    }
    this.checkSize()
    return true
  }

  private checkSize(): void {
    if (this.cells.length > maxCells) this.refuse('A row', `${maxCells} cells`)
    if (this.cells.some((cell) => cell.length > maxCell)) this.refuse('A cell')
  }

  private refuse(what: string, limit = `${maxCell} characters`): never {
    throw new DomainError('too-large', `${what} has more than ${limit}.`, {
      remedy: 'Check what produced the file, and which character separates its cells.',
      place: { file: this.options.file, line: this.startLine },
    })
  }
}

const delimiters = ['\t', ',', ';', '|', '，', '；']

/** The separator that divides the first lines most evenly; what stands in quotes does not count. */
export function delimiterOf(head: string): string {
  const lines = head
    .replaceAll(/"(?:[^"]|"")*"/g, 'x')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const scored = delimiters.map((delimiter, rank) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const most = counts[0] ?? 0
    const even = counts.filter((count) => count === most).length / (counts.length || 1)
    return { delimiter, score: most === 0 ? 0 : even * 10 + Math.min(most, 9) - rank / 10 }
  })
  return scored.sort((a, b) => b.score - a.score)[0]!.score > 0 ? scored[0]!.delimiter : ','
}

/** Tabs need no quotes; where quotes hold tabs, line ends or doubled quotes, they are meant as such (Excel). */
export function usesQuotes(head: string, delimiter: string): boolean {
  if (delimiter !== '\t') return true
  const quoted = head.slice(0, 100_000).matchAll(/(?:^|[\t\r\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/g)
  return [...quoted].some(([, inside]) => /[\t\r\n]|""/.test(inside!))
}
