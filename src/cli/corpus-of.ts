import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  readAlignedSegments,
  readMixedText,
  readParallelTexts,
  sentencePairs,
  type BilingualDocument,
  type Corpus,
  type LanguagePair,
} from '../extraction/index.js'
import { readSourceFile } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'

export interface Inputs {
  inputs: string[]
  languages: LanguagePair
  sourceFile?: string
  targetFile?: string
  aligned?: boolean
  /** What is aligned of two texts: their sentences (default), or their lines as they are. */
  unit?: 'sentence' | 'line'
}

/** The sentence pairs of all inputs, aligned. Warnings of intake go to stderr. */
export async function corpusOf(wanted: Inputs): Promise<Corpus> {
  const documents = await documentsOf(wanted)
  for (const { name, warnings } of documents)
    for (const { message, line } of warnings)
      process.stderr.write(`${name}${line === undefined ? '' : `:${line}`}: ${message}\n`)
  const pairs = documents.flatMap(sentencePairs)
  return { languages: wanted.languages, pairs: () => pairs }
}

export async function documentsOf({
  inputs,
  languages,
  sourceFile,
  targetFile,
  aligned,
  unit,
}: Inputs): Promise<BilingualDocument[]> {
  const documents: BilingualDocument[] = []
  if (sourceFile !== undefined && targetFile !== undefined)
    documents.push(await parallelTexts(sourceFile, targetFile, languages, aligned, unit))
  for (const input of inputs) documents.push(await bilingualFile(input, languages))
  if (documents.length === 0)
    throw new DomainError('invalid-input', 'There is nothing to read.', {
      remedy: 'Name a bilingual file, or both --source-file and --target-file.',
    })
  return documents
}

async function bilingualFile(input: string, languages: LanguagePair): Promise<BilingualDocument> {
  const name = path.basename(input)
  const read = readSourceFile(name, await readFile(input), { languages })
  return read.kind === 'text'
    ? readMixedText({ name, text: read.text, languages })
    : readAlignedSegments({ name, segments: read.segments, languages })
}

async function parallelTexts(
  sourceFile: string,
  targetFile: string,
  languages: LanguagePair,
  aligned?: boolean,
  unit?: Inputs['unit'],
): Promise<BilingualDocument> {
  const [sourceText, targetText] = await Promise.all([sourceFile, targetFile].map((file) => textOf(file, languages)))
  return readParallelTexts({
    name: path.basename(sourceFile),
    sourceText: sourceText!,
    targetText: targetText!,
    languages,
    aligned,
    unit,
  })
}

async function textOf(file: string, languages: LanguagePair): Promise<string> {
  const name = path.basename(file)
  const read = readSourceFile(name, await readFile(file), { languages })
  if (read.kind === 'text') return read.text
  throw new DomainError('invalid-input', 'The file holds pairs, not a text in one language.', {
    remedy: 'Give it as a bilingual input, without --source-file and --target-file.',
    place: { file: name },
  })
}
