import {
  readGlossary,
  writeGlossary,
  type ConceptEntry,
  type Glossary,
  type Loss,
  type ReadGlossaryOptions,
  type WriteOptions,
} from '../../src/formats/index.js'

/** A glossary with all its entries at hand, as tests want it. */
export type WholeGlossary = Glossary & {
  entries: ConceptEntry[]
  format: string
  warnings: { code: string; count: number }[]
}

// oxlint-disable-next-line typescript/require-await -- readers take their bytes as a stream
async function* inPieces(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** @param pieceLength bytes that arrive at a time: an odd number cuts characters apart */
export async function readWhole(
  bytes: Uint8Array,
  file = 'test',
  pieceLength = 4093,
  options: ReadGlossaryOptions = {},
): Promise<WholeGlossary> {
  const reading = await readGlossary(inPieces(bytes, pieceLength), { file, ...options })
  const entries: ConceptEntry[] = []
  for await (const entry of reading.entries) entries.push(entry)
  const { header, backMatter, format, warnings } = reading
  return { header, backMatter, format, warnings, entries }
}

export async function writeWhole(
  format: string,
  glossary: Glossary,
  options: WriteOptions = {},
): Promise<{ bytes: Uint8Array; text: string; losses: Loss[] }> {
  const written = writeGlossary(format, glossary, options)
  const chunks: Uint8Array[] = []
  for await (const chunk of written.chunks) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  return { bytes, text: bytes.toString('utf8'), losses: written.losses() }
}
