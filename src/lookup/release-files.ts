import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { checkPacked, headLength, isPacked, packedLength } from '../matching/index.js'
import { DomainError } from '../shared/errors.js'
import type { GlossaryConcept } from './glossary-concept.js'
import { OpenGlossary, type PackedRelease, packRelease } from './packed-release.js'

/**
 * A packed release in a file: its arrays, then its concepts. The arrays are read in one go into memory that threads share;
 * concepts stay in the file, which the system keeps in memory as long as there is room.
 */
export async function readOrBuild(
  file: string,
  concepts: () => AsyncIterable<GlossaryConcept>,
): Promise<SharedArrayBuffer> {
  return (await readArrays(file)) ?? (await build(file, concepts))
}

/** Files are closed when nobody holds their glossary any more: a request may still be reading one that was put away. */
const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor))

/** A glossary whose arrays have been read and checked. */
export function openFile(file: string, arrays: SharedArrayBuffer): OpenGlossary {
  const descriptor = openSync(file, 'r')
  const read = (from: number, to: number): Buffer => {
    const bytes = Buffer.allocUnsafe(to - from)
    readSync(descriptor, bytes, 0, bytes.length, arrays.byteLength + from)
    return bytes
  }
  const glossary = new OpenGlossary(arrays, read, { checked: true })
  closing.register(glossary, descriptor)
  return glossary
}

/** The glossary in a file that is an index, or null where it is something else. Throws when it is an index of other rules. */
export async function openIfIndex(file: string): Promise<OpenGlossary | null> {
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(headLength)
    await handle.read(head, 0, headLength, 0)
    if (!isPacked(head)) return null
  } finally {
    await handle.close()
  }
  const arrays = await readArrays(file)
  if (arrays) return openFile(file, arrays)
  throw new DomainError('unreadable-file', `The index ${file} is damaged, or another version of Termloom made it.`, {
    remedy: 'Export the release as TBX or JSONL, and name that file.',
    place: { file },
  })
}

/** The arrays of a file, or null where there is none that is whole and of today's rules. */
async function readArrays(file: string): Promise<SharedArrayBuffer | null> {
  let handle: FileHandle | undefined
  try {
    handle = await open(file, 'r')
    const head = Buffer.alloc(headLength)
    await handle.read(head, 0, headLength, 0)
    const { size } = await handle.stat()
    const length = Math.min(packedLength(head), size)
    const arrays = new SharedArrayBuffer(length)
    await handle.read(new Uint8Array(arrays), 0, length, 0)
    checkPacked(arrays)
    const { conceptBytes } = new OpenGlossary(arrays, () => Buffer.alloc(0), { checked: true })
    return size === length + conceptBytes ? arrays : null
  } catch (error) {
    if (error instanceof DomainError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    await handle?.close()
  }
}

async function build(file: string, concepts: () => AsyncIterable<GlossaryConcept>): Promise<SharedArrayBuffer> {
  const packed = await packRelease(concepts())
  await write(file, packed)
  const arrays = new SharedArrayBuffer(packed.arrays.length)
  new Uint8Array(arrays).set(packed.arrays)
  return arrays
}

/** Under another name first: whoever opens the file finds all of it. */
async function write(file: string, { arrays, concepts }: PackedRelease): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}`
  try {
    const handle = await open(draft, 'w')
    try {
      await handle.writeFile(arrays)
      for (let at = 0; at < concepts.length; at += 10_000)
        await handle.writeFile(Buffer.concat(concepts.slice(at, at + 10_000)))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
