import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReadingStage } from '../corpora/reading-stages.js'
import type { Reading } from '../corpora/read-document.js'
import type { TermPair } from '../extraction/index.js'
import { DomainError } from '../shared/errors.js'
import type { Extracted, ExtractionMessage, ExtractionOrder } from './extraction-messages.js'

interface Watching {
  tell: (stage: ReadingStage, share: number) => void
  signal: AbortSignal
}

/** Reads and extracts in a thread of its own: requests are answered meanwhile, and an abort ends it wherever it is. */
export async function extractInThread(order: ExtractionOrder, { tell, signal }: Watching): Promise<Extracted> {
  signal.throwIfAborted()
  const worker = new Worker(compiledWorker(), { workerData: order })
  const listening = new AbortController()
  try {
    return await new Promise<Extracted>((resolve, reject) => {
      let reading: Reading | null = null
      const pairs: TermPair[] = []
      signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: listening.signal })
      worker.on('message', (message: ExtractionMessage) => {
        if (message.kind === 'progress') tell(message.stage, message.share)
        else if (message.kind === 'reading') reading = message.reading
        else if (message.kind === 'pairs') for (const pair of message.pairs) pairs.push(pair)
        else if (message.kind === 'refused') reject(new DomainError(message.code, message.message, message.details))
        else resolve({ reading: reading!, pairs })
      })
      worker.on('error', (error) => reject(isOutOfMemory(error) ? tooMuch() : error))
      worker.on('exit', (code) => reject(new Error(`The extraction thread ended with code ${code}.`)))
    })
  } finally {
    listening.abort()
    await worker.terminate()
  }
}

/** A thread does not compile: run from the sources, as tests are, the compiled one beside them is taken. */
function compiledWorker(): string {
  const beside = fileURLToPath(new URL('./extract-document.worker.js', import.meta.url))
  return import.meta.url.endsWith('.ts') ? beside.replace(/([/\\])src([/\\]candidates[/\\])/, '$1dist$1src$2') : beside
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function tooMuch(): DomainError {
  return new DomainError('too-large', 'This document needs more memory than there is.', {
    remedy: 'Split it into smaller files.',
  })
}
