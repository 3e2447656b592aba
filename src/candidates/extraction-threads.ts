import { Injectable, type OnModuleDestroy } from '@nestjs/common'
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

/** How long a thread without work keeps its dictionary and taggers, about 130 MB, for the next document. */
const KEPT_MS = 120_000

/** A thread that had a larger file is not kept: what it learnt took hundreds of MB, which go back at once, and a second to load again counts little. */
const LARGE_FILE = 256 * 1024

/**
 * Reads and extracts in threads of their own: requests are answered meanwhile, and an abort ends one wherever it is. One thread without
 * work is kept warm, so that the next document need not load a dictionary and taggers first.
 */
@Injectable()
export class ExtractionThreads implements OnModuleDestroy {
  private idle: { worker: Worker; timer: NodeJS.Timeout } | null = null
  private isClosed = false

  /** @throws DomainError what the document is refused for; the reason of the signal when it was aborted */
  async extract(order: ExtractionOrder, { tell, signal }: Watching): Promise<Extracted> {
    signal.throwIfAborted()
    const worker = this.take()
    let isSound = false
    try {
      const extracted = await answerOf(worker, order, { tell, signal })
      isSound = true
      return extracted
    } finally {
      await this.giveBack(worker, isSound && sizeOf(order) <= LARGE_FILE)
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosed = true
    await this.dismissIdle()
  }

  private take(): Worker {
    // What a thread says after its document was given up interests nobody, but must not end the process.
    if (!this.idle) return new Worker(compiledWorker()).on('error', () => {})
    const { worker } = this.idle
    this.forgetIdle()
    worker.ref()
    return worker
  }

  private async giveBack(worker: Worker, mayStay: boolean): Promise<void> {
    if (!mayStay || this.idle || this.isClosed) {
      await worker.terminate()
      return
    }
    worker.unref()
    // One that ends by itself meanwhile is not handed out any more.
    worker.once('exit', this.forgetIdle)
    this.idle = { worker, timer: setTimeout(() => void this.dismissIdle(), KEPT_MS).unref() }
  }

  private async dismissIdle(): Promise<void> {
    const worker = this.idle?.worker
    this.forgetIdle()
    await worker?.terminate()
  }

  private readonly forgetIdle = (): void => {
    if (!this.idle) return
    clearTimeout(this.idle.timer)
    this.idle.worker.off('exit', this.forgetIdle)
    this.idle = null
  }
}

/** What the thread makes of an order, or what it ends with. */
function answerOf(worker: Worker, order: ExtractionOrder, { tell, signal }: Watching): Promise<Extracted> {
  return new Promise<Extracted>((resolve, reject) => {
    let reading: Reading | null = null
    let lesson: Uint8Array | null = null
    const pairs: TermPair[] = []
    const end = (): void => {
      signal.removeEventListener('abort', aborted)
      worker.off('message', heard).off('error', failed).off('exit', left)
    }
    const refuse = (reason: Error): void => {
      end()
      reject(reason)
    }
    const aborted = () => refuse(signal.reason as Error)
    const failed = (error: Error) => refuse(isOutOfMemory(error) ? tooMuch() : error)
    const left = (code: number) => refuse(new Error(`The extraction thread ended with code ${code}.`))
    const heard = (message: ExtractionMessage): void => {
      if (message.kind === 'progress') tell(message.stage, message.share)
      else if (message.kind === 'reading') reading = message.reading
      else if (message.kind === 'lesson') lesson = message.lesson
      else if (message.kind === 'pairs') for (const pair of message.pairs) pairs.push(pair)
      else if (message.kind === 'refused') refuse(new DomainError(message.code, message.message, message.details))
      else {
        end()
        resolve({ reading: reading!, pairs, lesson })
      }
    }
    signal.addEventListener('abort', aborted)
    worker.on('message', heard).on('error', failed).on('exit', left)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(order)
  })
}

const sizeOf = ({ file, targetFile }: ExtractionOrder): number =>
  file.bytes.byteLength + (targetFile?.bytes.byteLength ?? 0)

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
