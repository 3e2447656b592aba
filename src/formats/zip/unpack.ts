import { unzipSync } from 'fflate'
import { DomainError } from '../../shared/errors.js'

/** Deflate never packs tighter than 1:1032; real office files stay far below this. */
const maxRatio = 400
const smallEnough = 1_000_000

export interface ArchiveLimits {
  file?: string
  /** Unpacked bytes of one entry. */
  maxBytes: number
  /** Unpacked bytes of all entries that are wanted together. */
  maxBytesOfAll?: number
}

/** The names in a zip archive, without unpacking anything. */
export function archiveNames(bytes: Uint8Array, file?: string): string[] {
  const names: string[] = []
  readingZip(file, () =>
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    }),
  )
  return names
}

/** One entry of a zip archive, or null when it has none of that name. What unpacks too large is refused before it is unpacked. */
export function unpackEntry(bytes: Uint8Array, wanted: string, limits: ArchiveLimits): Uint8Array | null {
  return unpackEntries(bytes, new Set([wanted]), limits)[wanted] ?? null
}

/** Several entries by their names, in one pass. */
export function unpackEntries(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
  { file, maxBytes, maxBytesOfAll = Infinity }: ArchiveLimits,
): Record<string, Uint8Array> {
  let all = 0
  return readingZip(file, () =>
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!wanted.has(name)) return false
        all += originalSize
        const isBomb = originalSize > smallEnough && originalSize > size * maxRatio
        if (originalSize > maxBytes || all > maxBytesOfAll || isBomb)
          throw new DomainError('too-large', `"${name}" in the archive would unpack to ${originalSize} bytes.`, {
            remedy: 'Check where the file comes from; split it if it is honest.',
            place: { file },
          })
        return true
      },
    }),
  )
}

function readingZip<T>(file: string | undefined, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('unreadable-file', 'The archive is damaged or cut off.', {
      remedy: 'Save or upload the file again.',
      place: { file },
    })
  }
}
