import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Shelf } from './shelves.js'

export interface ShelvingOrder {
  databaseUrl: string
  releaseId: string
}

/** The shelves of a large release, sorted by a thread of its own: requests are answered meanwhile. */
export async function shelveInThread(order: ShelvingOrder): Promise<Shelf[]> {
  const worker = new Worker(compiledWorker(), { workerData: order })
  try {
    return await new Promise<Shelf[]>((resolve, reject) => {
      worker.on('message', resolve)
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The thread that sorts headwords ended with code ${code}.`)))
    })
  } finally {
    await worker.terminate()
  }
}

/** A thread does not compile: run from the sources, as tests are, the compiled one beside them is taken. */
function compiledWorker(): string {
  const beside = fileURLToPath(new URL('./shelve.worker.js', import.meta.url))
  return import.meta.url.endsWith('.ts') ? beside.replace(/([/\\])src([/\\]site[/\\])/, '$1dist$1src$2') : beside
}
