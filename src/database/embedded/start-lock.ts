import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DomainError } from '../../shared/errors.js'
import { processFacts } from './process-identity.js'

const PATIENCE_MS = 90_000

/**
 * Runs `task` while no other process starts or stops the server of this data folder. The lock is a file that names its
 * holder; a holder that was killed is recognised and passed over.
 */
export async function alone<T>(dataFolder: string, task: () => Promise<T>): Promise<T> {
  const lock = path.join(dataFolder, 'start.lock')
  const deadline = Date.now() + PATIENCE_MS
  while (!take(lock)) {
    if (Date.now() > deadline)
      throw new DomainError(
        'conflict',
        `Another process has been starting the database in ${dataFolder} for ${PATIENCE_MS / 1000} s.`,
        {
          remedy: `End process ${holder(lock)?.pid ?? ''} or remove ${lock}, then start again.`,
        },
      )
    await wait(50)
  }
  try {
    return await task()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** `link` is atomic and brings the content along, so nobody ever reads a half-written lock. */
function take(lock: string): boolean {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, born: processFacts(process.pid)?.born }))
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const current = holder(lock)
    if (current && !isAlive(current)) passOver(lock, current)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

interface Holder {
  pid: number
  born?: string
}

function holder(lock: string): Holder | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder
  } catch {
    return null
  }
}

function isAlive({ pid, born }: Holder): boolean {
  const facts = processFacts(pid)
  return facts !== null && !facts.zombie && facts.born === born
}

/** Two may judge the same lock dead at once: the one that moved away a living lock by mistake puts it back. */
function passOver(lock: string, dead: Holder): void {
  const moved = `${lock}.${process.pid}.dead`
  try {
    renameSync(lock, moved)
    const taken = holder(moved)
    if (taken && (taken.pid !== dead.pid || taken.born !== dead.born)) linkSync(moved, lock)
  } catch {
    return
  } finally {
    rmSync(moved, { force: true })
  }
}
