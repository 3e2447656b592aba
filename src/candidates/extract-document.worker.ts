import { parentPort, workerData } from 'node:worker_threads'
import type { SourceBytes } from '../corpora/document-record.js'
import type { ReadingStage } from '../corpora/reading-stages.js'
import type { Reading } from '../corpora/readings.service.js'
import {
  extractTermPairs,
  readAlignedSegments,
  readMixedText,
  readParallelTexts,
  sentencePairs,
  type TermPair,
} from '../extraction/index.js'
import { readSourceFile, type SourceFile } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'
import type { ExtractionMessage, ExtractionOrder } from './extraction-messages.js'

/** Fewer than one in fifty pairs of such a score would be accepted: they would only hide the others. */
const THRESHOLD = 0.02

/** Pairs in one message. */
const BATCH = 500

const order = workerData as ExtractionOrder
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (message: ExtractionMessage) => parentPort!.postMessage(message)
const progress = (stage: ReadingStage, share: number) => say({ kind: 'progress', stage, share })

try {
  const reading = readingOf(order)
  say({ kind: 'reading', reading })
  await sayPairs(reading)
  say({ kind: 'done' })
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  const { code, message, details } = error
  say({ kind: 'refused', code, message, details })
}

/** One bilingual file, or a text and its translation. */
function readingOf({ file, targetFile, aligned, languages }: ExtractionOrder): Reading {
  progress('read', 0)
  const read = open(file)
  const { encoding } = read
  const { name } = file
  if (targetFile) {
    const [sourceText, targetText] = [oneText(file, read), oneText(targetFile, open(targetFile))]
    progress('intake', 0)
    return { encoding, document: readParallelTexts({ name, sourceText, targetText, languages, aligned }) }
  }
  progress('intake', 0)
  if (read.kind === 'text') return { encoding, document: readMixedText({ name, text: read.text, languages }) }
  return { encoding, document: readAlignedSegments({ name, segments: read.segments, languages }) }
}

function open({ name, bytes }: SourceBytes): SourceFile {
  return readSourceFile(name, bytes, { languages: order.languages, maxBytes: order.maxBytes })
}

function oneText({ name }: SourceBytes, read: SourceFile): string {
  if (read.kind === 'text') return read.text
  throw new DomainError('invalid-input', 'The file holds pairs already, not a text in one language.', {
    remedy: 'Upload it alone, without a second file.',
    place: { file: name },
  })
}

async function sayPairs({ document }: Reading): Promise<void> {
  const all = sentencePairs(document)
  const corpus = { languages: document.languages, pairs: () => all }
  let batch: TermPair[] = []
  for await (const pair of extractTermPairs(corpus, {
    known: order.known,
    threshold: THRESHOLD,
    onProgress: progress,
  })) {
    batch.push(pair)
    if (batch.length === BATCH) {
      say({ kind: 'pairs', pairs: batch })
      batch = []
    }
  }
  say({ kind: 'pairs', pairs: batch })
}
