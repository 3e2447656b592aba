import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Line {
  /** Counts from 1. */
  line: number
  text: string
}

/** The lines of a file, or of stdin, that say something. */
export async function* linesOf(file: string | undefined): AsyncGenerator<Line> {
  const input = file === undefined || file === '-' ? process.stdin : createReadStream(file)
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line++
    if (text.trim()) yield { line, text: line === 1 ? text.replace(/^\uFEFF/, '') : text }
  }
}

export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
