import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { GlossaryFormat } from '../formats/index.js'

/** Beside the place and then moved there: what fails leaves nothing half written. `-` is standard output. */
export async function writeTo(output: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  if (output === '-') return pipeline(Readable.from(chunks), process.stdout as Writable, { end: false })
  const partial = `${output}.part`
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial))
    await rename(partial, output)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** Where the second file of a format goes: `valves.xml` -> `valves.xdt`. */
export function besideOf(output: string, { extension }: GlossaryFormat): string {
  return `${output.slice(0, output.length - path.extname(output).length)}.${extension}`
}
