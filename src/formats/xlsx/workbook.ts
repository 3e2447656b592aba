import { DomainError } from '../../shared/errors.js'
import { archiveNames, unpackEntry } from '../zip/unpack.js'
import { xmlReader, type XmlElement } from '../xml/xml-reader.js'
import { dateFormats, type CellStyle } from './number-format.js'

/** Unpacked bytes of one part: a sheet of a million filled cells is some 60 MB. */
const maxPart = 200_000_000

export interface WorkbookSheet {
  name: string
  /** Someone chose not to show it. */
  hidden: boolean
  path: string
}

export interface Workbook {
  sheets: WorkbookSheet[]
  sharedStrings: string[]
  /** By index of the cell's `s`. */
  styles: CellStyle[]
  /** Days count from 1904 instead of 1900. */
  from1904: boolean
  part(path: string): Uint8Array | null
}

/** True for a zip archive that holds a workbook. */
export function isWorkbook(bytes: Uint8Array, file?: string): boolean {
  return archiveNames(bytes, file).some((name) => /^xl\/workbook\.(xml|bin)$/.test(name))
}

/** What a workbook says about its sheets, strings and formats (ECMA-376, part 1, section 18). */
export function openWorkbook(bytes: Uint8Array, file?: string): Workbook {
  const part = (path: string): Uint8Array | null => unpackEntry(bytes, path, { file, maxBytes: maxPart })
  const workbook = part('xl/workbook.xml') ?? refuseOther(bytes, file)
  const targets = targetsOf(part('xl/_rels/workbook.xml.rels'), file)
  const sheets: WorkbookSheet[] = []
  let from1904 = false
  eachElement(workbook, file, ({ local, attributes }) => {
    if (local === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
    if (local !== 'sheet') return
    const id = Object.entries(attributes).find(([name]) => name.endsWith('}id'))?.[1] ?? ''
    const hidden = /^(hidden|veryHidden)$/.test(attributes['state'] ?? '')
    const path = targets.get(id)
    if (path) sheets.push({ name: attributes['name'] ?? '', hidden, path })
  })
  return {
    sheets,
    from1904,
    sharedStrings: stringsOf(part('xl/sharedStrings.xml'), file),
    styles: stylesOf(part('xl/styles.xml'), file),
    part,
  }
}

function refuseOther(bytes: Uint8Array, file?: string): never {
  const isBinary = archiveNames(bytes, file).includes('xl/workbook.bin')
  throw new DomainError(
    'unreadable-file',
    isBinary ? 'The workbook is in the binary format .xlsb.' : 'The archive is no workbook.',
    {
      remedy: 'Save it as .xlsx and choose that file.',
      place: { file },
    },
  )
}

function targetsOf(relations: Uint8Array | null, file?: string): Map<string, string> {
  const targets = new Map<string, string>()
  eachElement(relations, file, ({ local, attributes }) => {
    const target = attributes['Target'] ?? ''
    if (local !== 'Relationship' || !attributes['Type']?.endsWith('/worksheet')) return
    targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
  })
  return targets
}

/** Strings may be made of runs in different fonts; how they are read aloud (`rPh`) is no part of them. */
function stringsOf(part: Uint8Array | null, file?: string): string[] {
  const strings: string[] = []
  let phonetic = false
  let inText = false
  eachElement(
    part,
    file,
    ({ local }) => {
      if (local === 'si') strings.push('')
      if (local === 'rPh') phonetic = true
      inText = local === 't' && !phonetic
    },
    {
      text: (text) => {
        if (inText) strings[strings.length - 1] += text
      },
      close: ({ local }) => {
        if (local === 'rPh') phonetic = false
        if (local === 't') inText = false
      },
    },
  )
  return strings
}

function stylesOf(part: Uint8Array | null, file?: string): CellStyle[] {
  const formats = new Map<string, string>()
  const styles: CellStyle[] = []
  let inCells = false
  eachElement(
    part,
    file,
    ({ local, attributes }) => {
      if (local === 'numFmt') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
      if (local === 'cellXfs') inCells = true
      if (local === 'xf' && inCells) styles.push(dateFormats(attributes['numFmtId'] ?? '0', formats))
    },
    {
      close: ({ local }) => {
        if (local === 'cellXfs') inCells = false
      },
    },
  )
  return styles
}

interface OtherHandlers {
  text?(text: string): void
  close?(element: XmlElement): void
}

const slice = 65_536

/** Reads a part of the archive in slices, like a file that arrives. */
export function eachElement(
  part: Uint8Array | null,
  file: string | undefined,
  open: (element: XmlElement) => void,
  { text = () => {}, close = () => {} }: OtherHandlers = {},
): void {
  if (!part) return
  const reader = xmlReader({ open, text, close }, { file })
  for (let at = 0; at < part.length; at += slice) reader.write(part.subarray(at, at + slice))
  reader.end()
}
