import { readdir, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'

/** A release as far as its file is concerned. */
export interface FiledRelease {
  id: string
  isNewest: boolean
}

const day = 24 * 3600_000

/** An older release that nobody has asked for so long loses its file; who asks for it again waits until it is built again. */
const forgottenAfter = 30 * day

/** A release that is younger may be missing in the list because it was published after the list was made. */
const listedAfter = 60_000

/** A draft that is older was left by a process that ended while writing. */
const draftsEndAfter = day

/** Says that the index was used: the time of its last change is the time of its last use. */
export async function noteUse(file: string, now = new Date()): Promise<void> {
  await utimes(file, now, now).catch(() => {})
}

/**
 * Removes indexes of releases that are no more, and of older ones that nobody asks for. Who holds a file open goes on
 * reading it. Returns the names of what it removed.
 */
export async function removeUnused(folder: string, releases: FiledRelease[], now = Date.now()): Promise<string[]> {
  const known = new Map(releases.map((release) => [release.id, release]))
  const removed: string[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const [, id, draft] = /^([0-9a-f-]{36})\.terms(\..+)?$/.exec(name) ?? []
    if (id === undefined) continue
    const file = path.join(folder, name)
    const age = now - ((await stat(file).catch(() => null))?.mtimeMs ?? now)
    const release = known.get(id)
    const keptFor = draft ? draftsEndAfter : !release ? listedAfter : release.isNewest ? Infinity : forgottenAfter
    if (age <= keptFor) continue
    await rm(file, { force: true }).then(
      () => removed.push(name),
      // Where a file that is open cannot be removed, the next time will do.
      () => {},
    )
  }
  return removed
}
