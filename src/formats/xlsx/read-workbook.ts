import { DomainError } from '../../shared/errors.js'
import { xmlReader, type XmlElement } from '../xml/xml-reader.js'
import { unpackEntry, type ArchiveLimits } from '../zip/unpack.js'

export interface Sheet {
  name: string
  hidden: boolean
  rows: SheetRow[]
}

export interface SheetRow {
  /** As the program shows it, from 1. */
  number: number
  /** Texts as they are shown; formulas by their last result, '' for nothing. */
  cells: string[]
}

/** The sheets of an .xlsx workbook as text (ECMA-376 part 1, section 18), in their order. Nothing is calculated. */
export function readWorkbook(bytes: Uint8Array, limits: ArchiveLimits): Sheet[] {
  const part = (name: string): Uint8Array | null => unpackEntry(bytes, name, limits)
  const workbook = part('xl/workbook.xml')
  if (!workbook) throw notAWorkbook(limits.file)
  const targets = relationships(part('xl/_rels/workbook.xml.rels'), limits.file)
  const texts = sharedTexts(part('xl/sharedStrings.xml'), limits.file)
  return sheetsOf(workbook, limits.file).map(({ name, hidden, relation }) => {
    const sheet = part(partName(targets.get(relation) ?? ''))
    return { name, hidden, rows: sheet ? rowsOf(sheet, texts, limits.file) : [] }
  })
}

function notAWorkbook(file?: string): DomainError {
  return new DomainError('unreadable-file', 'The archive is no .xlsx workbook.', {
    remedy: 'Save it as .xlsx.',
    place: { file },
  })
}

/** Targets are written from the root or from the folder of the workbook. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function parse(
  xml: Uint8Array,
  file: string | undefined,
  handlers: {
    open(element: XmlElement): void
    text?(text: string): void
    close?(element: XmlElement): void
  },
): void {
  const reader = xmlReader({ text: () => {}, close: () => {}, ...handlers }, { file })
  reader.write(xml)
  reader.end()
}

function relationships(xml: Uint8Array | null, file?: string): Map<string, string> {
  const targets = new Map<string, string>()
  if (xml)
    parse(xml, file, {
      open({ local, attributes }) {
        if (local === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
      },
    })
  return targets
}

function sheetsOf(xml: Uint8Array, file?: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = []
  parse(xml, file, {
    open({ local, attributes }) {
      if (local !== 'sheet') return
      const relation = Object.entries(attributes).find(([name]) => name.endsWith('}id'))?.[1] ?? ''
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
        relation,
      })
    },
  })
  return sheets
}

/** The texts that cells point to, without the reading aid above Japanese ones. */
function sharedTexts(xml: Uint8Array | null, file?: string): string[] {
  const texts: string[] = []
  let inText = false
  let phonetic = 0
  if (xml)
    parse(xml, file, {
      open({ local }) {
        if (local === 'si') texts.push('')
        else if (local === 'rPh') phonetic++
        else if (local === 't') inText = true
      },
      text(text) {
        if (inText && phonetic === 0) texts[texts.length - 1] += text
      },
      close({ local }) {
        if (local === 'rPh') phonetic--
        else if (local === 't') inText = false
      },
    })
  return texts
}

const maxColumns = 1000

function rowsOf(xml: Uint8Array, texts: string[], file?: string): SheetRow[] {
  const rows: SheetRow[] = []
  let row: SheetRow = { number: 0, cells: [] }
  let column = -1
  let type = ''
  let value = ''
  let inValue = false
  let phonetic = 0
  parse(xml, file, {
    open({ local, attributes }) {
      if (local === 'row') {
        row = { number: Number(attributes['r'] ?? row.number + 1), cells: [] }
        column = -1
      } else if (local === 'c') {
        column = attributes['r'] ? columnOf(attributes['r']) : column + 1
        type = attributes['t'] ?? 'n'
        value = ''
      } else if (local === 'rPh') phonetic++
      else if (local === 'v' || local === 't') inValue = true
    },
    text(text) {
      if (inValue && phonetic === 0) value += text
    },
    close({ local }) {
      if (local === 'rPh') phonetic--
      else if (local === 'v' || local === 't') inValue = false
      else if (local === 'c' && column < maxColumns) {
        while (row.cells.length < column) row.cells.push('')
        row.cells[column] = shown(type, value, texts)
      } else if (local === 'row' && row.cells.some((cell) => cell.trim() !== '')) rows.push(row)
    },
  })
  return rows
}

function shown(type: string, value: string, texts: string[]): string {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return type === 'e' ? '' : value
}

/** A1 -> 0, AB12 -> 27 */
function columnOf(address: string): number {
  let column = 0
  for (const letter of /^[A-Z]+/.exec(address)?.[0] ?? 'A') column = column * 26 + (letter.charCodeAt(0) - 64)
  return column - 1
}
