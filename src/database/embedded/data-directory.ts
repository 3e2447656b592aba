import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DomainError } from '../../shared/errors.js'
import { SHARED_PLACE, type Binaries } from './binaries.js'
import { canEnter, runAs, type SystemUser } from './system-user.js'

/** Name of the superuser inside the embedded server. */
export const OWNER = 'termloom'

/** libc's character type decides whether pg_trgm sees Chinese at all; the builtin provider keeps the order of bytes for good. */
const LOCALE: Partial<Record<NodeJS.Platform, string>> = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8', win32: 'en-US' }

/**
 * The cluster of a data folder is always found at `postgres` in it. Where the account that runs PostgreSQL cannot enter the
 * folder (a project under /root), that is a symbolic link to a directory it can enter.
 */
export function clusterOf(dataFolder: string): string {
  return realpathSync(nameOf(dataFolder))
}

export function clusterExists(dataFolder: string): boolean {
  return existsSync(path.join(nameOf(dataFolder), 'PG_VERSION'))
}

/** A cluster is read by the major version that made it, and by no other. */
export function refuseOtherVersion(dataFolder: string, { majorVersion }: Binaries): void {
  const made = readFileSync(path.join(clusterOf(dataFolder), 'PG_VERSION'), 'utf8').trim()
  if (made === majorVersion) return
  throw new DomainError(
    'conflict',
    `The data in ${dataFolder} was made by PostgreSQL ${made}; this Termloom brings ${majorVersion}.`,
    {
      remedy:
        'Write a backup with the Termloom that made it (`termloom backup`), and restore it into a new data folder.',
    },
  )
}

const nameOf = (dataFolder: string) => path.join(dataFolder, 'postgres')

/** Runs initdb in a directory of another name and moves it into place, so that half a cluster is never taken for one. */
export function createCluster(dataFolder: string, binaries: Binaries, user: SystemUser): void {
  const home = canEnter(user, dataFolder) ? nameOf(dataFolder) : elsewhere(dataFolder)
  const unfinished = `${home}.creating`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  if (user) chownSync(unfinished, user.uid, user.gid)
  withPasswordFile(passwordOf(dataFolder), user, (file) => initdb(binaries, user, unfinished, file))
  renameSync(unfinished, home)
}

/** The password of the embedded server: random, for this machine only, readable by the owner of the data folder. */
export function passwordOf(dataFolder: string): string {
  const file = path.join(dataFolder, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** A directory of its own under /var/lib, and the link that leads there. Removing the data folder thus means starting anew. */
function elsewhere(dataFolder: string): string {
  const link = nameOf(dataFolder)
  const home = path.join(SHARED_PLACE, `data-${randomBytes(6).toString('hex')}`, 'postgres')
  mkdirSync(path.dirname(home), { recursive: true, mode: 0o755 })
  chmodSync(SHARED_PLACE, 0o755)
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { recursive: true })
  symlinkSync(home, link)
  return home
}

function withPasswordFile(password: string, user: SystemUser, task: (file: string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'termloom-'))
  const file = path.join(folder, 'password')
  try {
    writeFileSync(file, password, { mode: 0o600 })
    if (user) for (const each of [folder, file]) chownSync(each, user.uid, user.gid)
    task(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function initdb(binaries: Binaries, user: SystemUser, directory: string, passwordFile: string): void {
  const locale = LOCALE[process.platform] ?? 'C.UTF-8'
  const { status, stderr, error } = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${directory}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
    ],
    { ...runAs(user), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`)
}
