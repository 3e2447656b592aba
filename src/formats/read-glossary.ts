import { DomainError } from '../shared/errors.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { readJsonl } from './jsonl/read-jsonl.js'
import { isPairList, readPairList } from './lists/read-pair-list.js'
import type { GlossaryReading } from './model/glossary.js'
import type { FieldMapping } from './multiterm/fields.js'
import { readMultiterm } from './multiterm/read-multiterm.js'
import { isTurtle, readRdfXml, readTurtle } from './skos/read-skos.js'
import type { TableMapping } from './table/mapping.js'
import { wholeLines } from './table/open-text.js'
import { previewTable } from './table/preview-table.js'
import { readTable } from './table/read-table.js'
import { readTbx } from './tbx/read-tbx.js'
import { isZip } from './text/binary-kind.js'
import { contentKind, type ContentKind } from './text/content-kind.js'
import { decodeText } from './text/decode-text.js'
import { readTmxGlossary } from './tmx/read-tmx-glossary.js'
import { isUtx, readUtx } from './utx/read-utx.js'

/** The formats that a person can say a file is in; otherwise its content says it. */
export const glossarySources = ['tbx', 'table', 'jsonl', 'multiterm-xml', 'utx', 'skos', 'tmx', 'pairs'] as const
export type GlossarySource = (typeof glossarySources)[number]

export interface ReadGlossaryOptions {
  from?: GlossarySource
  /** Name of the file, for messages. */
  file?: string
  /** Chosen by a person; otherwise the file says or shows it. */
  encoding?: string
  /** Of a table whose columns do not say it. */
  source?: LanguageTag
  target?: LanguageTag
  /** What the columns of a table hold, when their titles do not say it or a person said otherwise. */
  mapping?: TableMapping
  /** What the fields of a MultiTerm file mean that do not say it by their names. */
  fields?: FieldMapping
  /** Refuse more; default 1 GB for what is read as a stream, 100 MB for tables. */
  maxBytes?: number
  /** Leave out the control characters that XML forbids instead of refusing the file; how many is a warning. */
  repair?: boolean
  /** Ends the reading between two pieces of the file. */
  signal?: AbortSignal
  /** Bytes read so far, for progress. */
  onProgress?(bytes: number): void
}

const streamLimit = 1_000_000_000
const tableLimit = 100_000_000
const headLength = 50_000

/** A glossary file of any format that can be read, told from its content. Entries come as the bytes do. */
export async function readGlossary(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadGlossaryOptions = {},
): Promise<GlossaryReading> {
  const peeked = await peek(counted(bytes, options))
  const { head, all } = peeked
  if (options.from) return readers[options.from](all, options)
  const start = readable(head)
  if (start.startsWith('{')) return readJsonl(all, options)
  const kind = contentKind(start)
  if (kind === 'text' || isZip(head)) return readText(peeked, options)
  const readXml = xmlReaders[kind]
  return readXml ? readXml(all, options) : readTbx(all, options)
}

/** What XML is read by, by its root element. Anything else is left to the reader of TBX, which says what it is. */
const xmlReaders: Partial<
  Record<ContentKind, (bytes: AsyncIterable<Uint8Array>, options: ReadGlossaryOptions) => Promise<GlossaryReading>>
> = {
  multiterm: (bytes, { fields, ...options }) => readMultiterm(bytes, { ...options, mapping: fields }),
  tmx: readTmxGlossary,
  rdf: async (bytes, options) => readRdfXml(await collected(bytes, options), options),
}

type Read = (bytes: AsyncIterable<Uint8Array>, options: ReadGlossaryOptions) => Promise<GlossaryReading>

const wholeText = async (bytes: AsyncIterable<Uint8Array>, options: ReadGlossaryOptions): Promise<string> =>
  decodeText(await collected(bytes, options), decoding(options)).text

const readers: Record<GlossarySource, Read> = {
  tbx: readTbx,
  table: readTable,
  jsonl: readJsonl,
  'multiterm-xml': xmlReaders.multiterm!,
  tmx: readTmxGlossary,
  utx: async (bytes, options) => readUtx(await wholeText(bytes, options), options),
  pairs: async (bytes, options) => readPairList(await wholeText(bytes, options), options),
  async skos(bytes, options) {
    const { head, all } = await peek(bytes)
    if (readable(head).startsWith('<?xml') || contentKind(readable(head)) === 'rdf')
      return xmlReaders.rdf!(all, options)
    return readTurtle(await wholeText(all, options), options.file)
  },
}

/** Text that is no XML, told apart by its first lines. Tables come as their bytes do, lists are looked at as a whole. */
async function readText({ head, complete, all }: Peeked, options: ReadGlossaryOptions): Promise<GlossaryReading> {
  if (options.mapping || isZip(head)) return readTable(all, options)
  const sample = complete ? head : wholeLines(head)
  const { text } = decodeText(sample, decoding(options))
  const whole = (): Promise<string> => wholeText(all, options)
  if (isUtx(text)) return readUtx(await whole(), options)
  if (isTurtle(text)) return readTurtle(await whole(), options.file)
  if (isPairList(text) && !(await hasTitles(sample, options))) return readPairList(await whole(), options)
  return readTable(all, options)
}

function decoding({ file, encoding, source, target }: ReadGlossaryOptions) {
  return { file, encoding, languages: source && target ? [source, target] : undefined }
}

async function hasTitles(sample: Uint8Array, options: ReadGlossaryOptions): Promise<boolean> {
  return (await previewTable(once(sample), options)).mapping.headerLine !== null
}

// oxlint-disable-next-line typescript/require-await -- readers take their bytes as a stream
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** The bytes as they pass, refused beyond the limit. */
async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  { file, maxBytes = streamLimit, signal, onProgress }: ReadGlossaryOptions,
) {
  let count = 0
  for await (const chunk of bytes) {
    if (signal?.aborted) throw new DomainError('cancelled', 'The reading was cancelled.', { place: { file } })
    count += chunk.length
    if (count > maxBytes) throw tooLarge(maxBytes, file)
    onProgress?.(count)
    yield chunk
  }
}

interface Peeked {
  head: Uint8Array
  /** The head is all there is. */
  complete: boolean
  all: AsyncIterable<Uint8Array>
}

/** The first bytes, and all of them again. */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const input = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  let complete = false
  while (length < headLength && !complete) {
    const { done, value } = await input.next()
    if (done) complete = true
    else {
      first.push(value)
      length += value.length
    }
  }
  async function* all(): AsyncIterable<Uint8Array> {
    yield* first
    for (let next = await input.next(); !next.done; next = await input.next()) yield next.value
  }
  return { head: Buffer.concat(first), complete, all: all() }
}

/** ASCII of any encoding, enough to see what a file is: without marks, zero bytes and leading white space. */
function readable(head: Uint8Array): string {
  const text = Buffer.from(head.subarray(0, 20_000)).toString('latin1').replaceAll('\0', '')
  return text.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff|\s)+/, '')
}

async function collected(
  bytes: AsyncIterable<Uint8Array>,
  { file, maxBytes = tableLimit }: ReadGlossaryOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxBytes) throw tooLarge(maxBytes, file)
  }
  return Buffer.concat(chunks)
}

function tooLarge(maxBytes: number, file?: string): DomainError {
  return new DomainError('too-large', `The file is larger than ${maxBytes} bytes.`, {
    remedy: 'Split it into smaller files.',
    place: { file },
  })
}
