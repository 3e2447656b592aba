import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.js'
import { processFacts } from './process-identity.js'
import { runAs, type SystemUser } from './system-user.js'

/** Orphans of a killed server hold its shared memory for a moment; a start is tried again until they are gone. */
const ATTEMPTS = 20
const PAUSE_MS = 500

/** The port of the server that runs on this cluster, or null. What `postmaster.pid` says is believed only if the process is really there. */
export function runningPort(cluster: string): number | null {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  const facts = processFacts(Number(pid))
  if (facts && !facts.zombie && path.basename(facts.command).startsWith('postgres')) return Number(port) || null
  rmSync(file, { force: true })
  return null
}

/** Starts the server in a session of its own, so that Ctrl-C reaches us and not it. Returns its port. */
export async function startServer(
  binaries: Binaries,
  cluster: string,
  user: SystemUser,
  wantedPort?: number,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await freePort())
    const said = await pgCtl(binaries, user, [
      'start',
      ...common(cluster),
      '-l',
      path.join(cluster, 'server.log'),
      '-o',
      options(port),
    ])
    if (said === null) return port
    if (attempt === ATTEMPTS)
      throw new Error(`PostgreSQL does not start: ${said}\n${lastLines(path.join(cluster, 'server.log'))}`)
    await wait(PAUSE_MS)
    runningPort(cluster)
  }
}

export async function stopServer(binaries: Binaries, cluster: string, user: SystemUser): Promise<void> {
  const said = await pgCtl(binaries, user, ['stop', ...common(cluster), '-m', 'fast'])
  if (said !== null && existsSync(path.join(cluster, 'postmaster.pid')))
    throw new Error(`PostgreSQL does not stop: ${said}`)
}

const common = (cluster: string) => ['-D', cluster, '-w', '-s', '-t', '60']

/** Only this machine, by TCP; the log goes to files that overwrite themselves after a week. */
function options(port: number): string {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    // Our queries are short and many; compiling one takes longer than running it.
    jit: 'off',
    // An import of 100 MB stays in memory until it is committed, and no checkpoint comes in between.
    shared_buffers: '384MB',
    max_wal_size: '4GB',
    logging_collector: 'on',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    cluster_name: 'termloom',
  }
  const rest = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  return [`-p ${port}`, ...rest].join(' ')
}

/** null when it worked, else what pg_ctl said. Its output is not inherited by the server, which would keep our pipes open. */
function pgCtl(binaries: Binaries, user: SystemUser, args: string[]): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.pgCtl, args, { ...runAs(user), stdio: ['ignore', 'ignore', 'pipe'], detached: true })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('exit', (code) => {
      child.stderr.destroy()
      resolve(code === 0 ? null : said.trim() || `pg_ctl ended with code ${code}`)
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : ''
}
