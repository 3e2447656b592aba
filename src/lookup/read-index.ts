import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface IndexOrder {
  /** Where the packed release lies, or is to lie. */
  file: string
  databaseUrl: string
  releaseId: string
}

/** The arrays of a release, read from its file or built, by a thread of its own: requests are answered meanwhile. */
export async function readInThread(order: IndexOrder): Promise<SharedArrayBuffer> {
  const worker = new Worker(compiledWorker(), { workerData: order })
  try {
    return await new Promise<SharedArrayBuffer>((resolve, reject) => {
      worker.on('message', resolve)
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The thread that reads an index ended with code ${code}.`)))
    })
  } finally {
    await worker.terminate()
  }
}

/** A thread does not compile: run from the sources, as tests are, the compiled one beside them is taken. */
function compiledWorker(): string {
  const beside = fileURLToPath(new URL('./read-index.worker.js', import.meta.url))
  return import.meta.url.endsWith('.ts') ? beside.replace(/([/\\])src([/\\]lookup[/\\])/, '$1dist$1src$2') : beside
}
