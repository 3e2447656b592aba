import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Believer, jobsOf, type Task } from './believe.js'
import type { Workbench } from './workbench.js'

/** Does tasks, each to its end before the next. */
export interface Crew {
  do(task: Task): Promise<void>
  /** Other arrays from now on. */
  moveTo(bench: Workbench): void
  dismiss(): Promise<void>
}

/** With one, everything is done here; the event loop gets a turn between jobs. */
export function crewOf(threads: number, bench: Workbench): Crew {
  return threads > 1 ? new Threads(threads, bench) : new Alone(bench)
}

class Alone implements Crew {
  private readonly believer: Believer

  constructor(private bench: Workbench) {
    this.believer = new Believer(bench)
  }

  async do(task: Task): Promise<void> {
    for (let job = 0; job < jobsOf(this.bench, task); job++) {
      this.believer.work(task, job)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  moveTo(bench: Workbench): void {
    this.bench = this.believer.bench = bench
  }

  dismiss(): Promise<void> {
    return Promise.resolve()
  }
}

/** What a thread is told; it answers each task with null when no job is left. */
export type Order = { bench: Workbench } | { task: Task }

class Threads implements Crew {
  private readonly workers: Worker[]

  constructor(
    threads: number,
    private bench: Workbench,
  ) {
    this.workers = Array.from({ length: threads }, () => new Worker(compiledWorker(), { workerData: bench }))
  }

  async do(task: Task): Promise<void> {
    Atomics.store(this.bench.taken, 0, 0)
    await Promise.all(this.workers.map((worker) => answer(worker, { task })))
  }

  moveTo(bench: Workbench): void {
    this.bench = bench
    for (const worker of this.workers) worker.postMessage({ bench } satisfies Order)
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }
}

function answer(worker: Worker, order: Order): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      worker.off('error', reject)
      worker.off('exit', left)
      resolve()
    }
    const left = (code: number) => reject(new Error(`A thread of the alignment ended with code ${code}.`))
    worker.once('message', done)
    worker.once('error', reject)
    worker.once('exit', left)
    worker.postMessage(order)
  })
}

/** A thread does not compile: run from the sources, as tests are, the compiled one beside them is taken. */
function compiledWorker(): string {
  const beside = fileURLToPath(new URL('./crew.worker.js', import.meta.url))
  return import.meta.url.endsWith('.ts') ? beside.replace(/([/\\])src([/\\]extraction[/\\])/, '$1dist$1src$2') : beside
}

/** Whether there is a compiled thread to start. */
export const canThread = (): boolean => existsSync(compiledWorker())
