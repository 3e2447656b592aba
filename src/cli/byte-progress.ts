import { Presets, SingleBar } from 'cli-progress'
import { stat } from 'node:fs/promises'
import { DomainError } from '../shared/errors.js'

export interface ByteProgress {
  /** @param bytes read so far */
  update(bytes: number): void
  stop(): void
}

/** Smaller files are done before a bar could be seen. */
const worthABar = 5_000_000

/** A bar on the terminal while a large file is read; none when stderr goes elsewhere. Names a file that is not there. */
export async function openProgress(input: string): Promise<ByteProgress> {
  const size = input === '-' ? 0 : await sizeOf(input)
  if (!process.stderr.isTTY || size < worthABar) return { update() {}, stop() {} }
  const bar = new SingleBar(
    { format: '{bar} {percentage}%  {eta_formatted} left', stream: process.stderr },
    Presets.shades_classic,
  )
  bar.start(size, 0)
  return { update: (bytes) => bar.update(bytes), stop: () => bar.stop() }
}

async function sizeOf(input: string): Promise<number> {
  try {
    const found = await stat(input)
    if (found.isFile()) return found.size
  } catch {
    // told below, whatever kept it from being read
  }
  throw new DomainError('not-found', `There is no file "${input}".`, {
    remedy: 'Check the name and the folder.',
    place: { file: input },
  })
}
