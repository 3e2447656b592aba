import {
  previewMultiterm,
  previewTable,
  readGlossary,
  type MultitermPreview,
  type TablePreview,
} from '../../formats/index.js'

/** What a person may have to say before a file can be read: the columns of a table, the fields of MultiTerm; else nothing. */
export interface ImportPreview {
  kind: 'table' | 'multiterm' | 'other'
  /** As far as the beginning of the file tells. */
  format: string | null
  table: TablePreview | null
  multiterm: MultitermPreview | null
}

export interface PreviewOptions {
  file: string
  encoding?: string
  source?: string
  target?: string
}

/** @param beginning of the file; of a workbook all of it */
export async function previewImport(beginning: Buffer, options: PreviewOptions): Promise<ImportPreview> {
  const start = beginning.subarray(0, 4096).toString('latin1').replaceAll('\0', '')
  if (/<mtf[\s>]/i.test(start)) {
    const multiterm = await previewMultiterm(once(beginning), options)
    return { kind: 'multiterm', format: 'multiterm-xml', table: null, multiterm }
  }
  const format = await formatOf(beginning, options)
  if (/^\W{0,3}\s*[<{]/.test(start) || (format !== null && !tables.has(format)))
    return { kind: 'other', format, table: null, multiterm: null }
  const table = await previewTable(once(beginning), options)
  return { kind: 'table', format: table.format, table, multiterm: null }
}

const tables = new Set(['csv', 'tsv', 'xlsx'])

/** What the reader takes it for; null where it needs to be told more. */
async function formatOf(beginning: Buffer, options: PreviewOptions): Promise<string | null> {
  try {
    return (await readGlossary(once(beginning), options)).format
  } catch {
    return null
  }
}

// oxlint-disable-next-line typescript/require-await -- readers take streams
async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
