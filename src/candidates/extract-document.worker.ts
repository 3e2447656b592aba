import { parentPort } from 'node:worker_threads'
import { readDocument, type Reading } from '../corpora/read-document.js'
import type { ReadingStage } from '../corpora/reading-stages.js'
import { extractTermPairs, loadEmbedder, sentencePairs, type TermPair } from '../extraction/index.js'
import { DomainError } from '../shared/errors.js'
import type { ExtractionMessage, ExtractionOrder } from './extraction-messages.js'

/** Fewer than one in fifty pairs of such a score would be accepted: they would only hide the others. */
const THRESHOLD = 0.02

/** Pairs in one message: few, so that taking one in keeps no request waiting. */
const BATCH = 100

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (message: ExtractionMessage) => parentPort!.postMessage(message)
const progress = (stage: ReadingStage, share: number) => say({ kind: 'progress', stage, share })

/** One document after another; the next order comes when this one is answered. A surprise ends the thread. */
parentPort!.on('message', (order: ExtractionOrder) => void answer(order))

async function answer(order: ExtractionOrder): Promise<void> {
  try {
    const reading = await readingOf(order)
    say({ kind: 'reading', reading })
    await sayPairs(reading, order)
    say({ kind: 'done' })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, message, details } = error
    say({ kind: 'refused', code, message, details })
  }
}

function readingOf({ file, targetFile, aligned, languages, maxBytes }: ExtractionOrder): Promise<Reading> {
  progress('read', 0)
  return readDocument(
    { file, targetFile, aligned },
    { languages, maxBytes, onProgress: (share) => progress('intake', share) },
  )
}

async function sayPairs({ document }: Reading, order: ExtractionOrder): Promise<void> {
  const all = sentencePairs(document)
  const corpus = { languages: document.languages, pairs: () => all, size: all.length }
  let batch: TermPair[] = []
  for await (const pair of extractTermPairs(corpus, {
    known: order.known,
    taught: order.taught,
    onTaught: (lesson) => say({ kind: 'lesson', lesson }),
    threshold: THRESHOLD,
    embed: order.embedder ? await loadEmbedder(order.embedder) : undefined,
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
