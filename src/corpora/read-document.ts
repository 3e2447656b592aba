import {
  readAlignedSegments,
  readMixedText,
  readParallelTexts,
  type BilingualDocument,
  type LanguagePair,
  type ParallelTexts,
} from '../extraction/index.js'
import { readSourceFile, readSourcePair, type NamedBytes, type SourceWarning } from '../formats/index.js'

/** What a document is made of: one bilingual file, or a text and its translation. */
export interface GivenFiles {
  file: NamedBytes
  targetFile?: NamedBytes
  /** Line n of one file translates line n of the other. */
  aligned?: boolean
}

export interface ReadingOptions {
  languages: LanguagePair
  maxBytes?: number
  /** What is aligned of two texts: their sentences (default), or their lines as they are. */
  unit?: ParallelTexts['unit']
  /** Told when the bytes are text (0), and then how much of pairing the sentences is done, 0..1. */
  onProgress?(share: number): void
}

/** What intake found in a document. */
export interface Reading {
  encoding: string
  document: BilingualDocument
  /** What of the file was left out, or read by guess. */
  warnings: SourceWarning[]
}

/** From bytes to aligned sentences. */
export async function readDocument(
  { file, targetFile, aligned }: GivenFiles,
  options: ReadingOptions,
): Promise<Reading> {
  const { languages, maxBytes, unit, onProgress } = options
  const { name } = file
  const read = targetFile
    ? await readSourcePair(file, targetFile, { languages, maxBytes, aligned })
    : await readSourceFile(name, file.bytes, { languages, maxBytes })
  const { encoding, warnings = [] } = read
  onProgress?.(0)
  if (read.kind === 'segments')
    return {
      encoding,
      warnings,
      document: readAlignedSegments({ name, segments: read.segments, languages, onProgress }),
    }
  if (read.kind === 'text')
    return { encoding, warnings, document: readMixedText({ name, text: read.text, languages, onProgress }) }
  const { sourceText, targetText } = read
  return {
    encoding,
    warnings,
    document: readParallelTexts({ name, sourceText, targetText, languages, aligned: read.aligned, unit, onProgress }),
  }
}
