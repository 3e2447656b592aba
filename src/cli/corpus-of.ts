import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readDocument, type GivenFiles, type Reading, type ReadingOptions } from '../corpora/read-document.js'
import { sentencePairs, type BilingualDocument, type Corpus, type LanguagePair } from '../extraction/index.js'
import { isArchiveOfDocuments, pairByName, readArchive, type NamedBytes } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'

/** What the commands that read documents say of them. */
export const bilingualInputs =
  'bilingual files: .txt or .md whose blocks alternate, .docx, .pdf, .tsv, .tmx, .xlf, .po, .xlsx, .srt, .vtt; two files ' +
  'that are named by language (report.zh.docx report.en.docx), or a .zip of such'

export interface Inputs {
  inputs: string[]
  languages: LanguagePair
  sourceFile?: string
  targetFile?: string
  aligned?: boolean
  unit?: ReadingOptions['unit']
}

/** The sentence pairs of all inputs, aligned. Warnings of intake go to stderr. */
export async function corpusOf(wanted: Inputs): Promise<Corpus> {
  const documents = await documentsOf(wanted)
  const pairs = documents.flatMap(sentencePairs)
  return { languages: wanted.languages, pairs: () => pairs, size: pairs.length }
}

/** Every input as a document of two languages; what was left out of them is told on stderr. */
export async function documentsOf(wanted: Inputs): Promise<BilingualDocument[]> {
  const { languages, unit } = wanted
  const given = await givenFiles(wanted)
  if (given.length === 0)
    throw new DomainError('invalid-input', 'There is nothing to read.', {
      remedy: 'Name a bilingual file, or both --source-file and --target-file.',
    })
  const documents: BilingualDocument[] = []
  for (const files of given) {
    const reading = await readDocument(files, { languages, unit })
    tellWarnings(reading)
    documents.push(reading.document)
  }
  return documents
}

/** The two texts that were named, then the inputs: files that differ in a language code only are a pair, an archive is what it holds. */
async function givenFiles({ inputs, languages, sourceFile, targetFile, aligned }: Inputs): Promise<GivenFiles[]> {
  const given: GivenFiles[] = []
  if (sourceFile !== undefined && targetFile !== undefined)
    given.push({ file: await open(sourceFile), targetFile: await open(targetFile), aligned })
  const { pairs } = pairByName(inputs, languages)
  for (const input of inputs) {
    const pair = pairs.find(({ source, target }) => source === input || target === input)
    if (pair?.target === input) continue
    if (pair) {
      tell(`${pair.source} and ${pair.target} are read as a text and its translation.`)
      given.push({ file: await open(pair.source), targetFile: await open(pair.target), aligned })
    } else given.push(...expanded(await open(input), languages))
  }
  return given
}

async function open(file: string): Promise<NamedBytes> {
  return { name: path.basename(file), bytes: await readFile(file) }
}

function expanded(file: NamedBytes, languages: LanguagePair): GivenFiles[] {
  if (!isArchiveOfDocuments(file.bytes, file.name)) return [{ file }]
  const { documents, leftAlone } = readArchive(file.name, file.bytes, { languages })
  for (const { file, targetFile } of documents)
    if (targetFile) tell(`${file.name} and ${targetFile.name} are read as a text and its translation.`)
  for (const { name, why } of leftAlone) tell(`${file.name}/${name}: ${why}; it was left alone.`)
  return documents
}

function tellWarnings({ document, warnings }: Reading): void {
  for (const { message, line } of [...warnings, ...document.warnings])
    tell(`${document.name}${line === undefined ? '' : `:${line}`}: ${message}`)
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`)
