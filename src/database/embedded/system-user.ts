import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The account that runs PostgreSQL. `null` stands for the account this process runs under. */
export type SystemUser = { name: string; uid: number; gid: number } | null

/** PostgreSQL refuses to run as root, so root lends it an account without rights; anybody else runs it as themselves. */
export function databaseUser(): SystemUser {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name)
    if (account) return { name, uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error(
    'Neither an account `postgres` nor `nobody` exists to run PostgreSQL under; create one, or set DATABASE_URL.',
  )
}

/** Can that account walk into the folder? Asked of the system itself, so that group rights and ACLs count too. */
export function canEnter(user: SystemUser, folder: string): boolean {
  if (!user) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { cwd: '/', uid: user.uid, gid: user.gid }).status === 0
  )
}

/** Options for child_process that make the child run under that account, with a working folder that exists for it. */
export function runAs(user: SystemUser): { cwd?: string; uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  // PG* variables of the caller (PGDATA, PGPORT …) must not leak into our server.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return user ? { cwd: '/', uid: user.uid, gid: user.gid, env: { ...env, HOME: '/' } } : { env }
}
