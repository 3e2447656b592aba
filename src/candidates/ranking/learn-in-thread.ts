import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { DecidedCandidate, LearntRanking, RankingModel } from '../../extraction/index.js'

export interface LearningOrder {
  decided: DecidedCandidate[]
  before: RankingModel | null
}

/** Learns in a thread of its own, so that requests are answered meanwhile; an abort ends it wherever it is. */
export async function learnInThread(order: LearningOrder, signal: AbortSignal): Promise<LearntRanking> {
  signal.throwIfAborted()
  const worker = new Worker(compiledWorker(), { workerData: order })
  const listening = new AbortController()
  try {
    return await new Promise<LearntRanking>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: listening.signal })
      worker.on('message', resolve)
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The learning thread ended with code ${code}.`)))
    })
  } finally {
    listening.abort()
    await worker.terminate()
  }
}

/** A thread does not compile: run from the sources, as tests are, the compiled one beside them is taken. */
function compiledWorker(): string {
  const beside = fileURLToPath(new URL('./learn-ranking.worker.js', import.meta.url))
  return import.meta.url.endsWith('.ts') ? beside.replace(/([/\\])src([/\\]candidates[/\\])/, '$1dist$1src$2') : beside
}
