import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Server, startServer, temporaryFolder, termloom } from '../support/run-termloom.js'

/** The PostgreSQL that works on a data folder, by the number in its pid file; null when none does. */
function postmasterOf(folder: string): number | null {
  const file = path.join(realpathSync(path.join(folder, 'postgres')), 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return isRunning(pid) ? pid : null
}

function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'))
}

/** How many processes want each core at this moment, at least one: times are promised for a machine of one's own. */
function crowding(): number {
  return Math.max(1, loadavg()[0]! / availableParallelism())
}

/** The session a sign-in link opens, as a header. */
async function signIn(server: Server): Promise<string> {
  const token = new URL(/https?:\/\/\S+/.exec(server.line)![0]).searchParams.get('token')
  const response = await fetch(`${server.url}/api/v1/sign-in/link`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  expect(response.status).toBe(200)
  return response.headers.get('set-cookie')!.split(';')[0]!
}

async function namesOfUsers(server: Server, cookie: string): Promise<string[]> {
  const response = await fetch(`${server.url}/api/v1/users`, { headers: { cookie } })
  const { items } = (await response.json()) as { items: { name: string }[] }
  return items.map(({ name }) => name)
}

async function addUser(server: Server, cookie: string, name: string): Promise<void> {
  const response = await fetch(`${server.url}/api/v1/users`, {
    method: 'POST',
    headers: { cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, role: 'editor' }),
  })
  expect(response.status).toBe(201)
}

describe('termloom serve, with a PostgreSQL of its own', () => {
  const folder = temporaryFolder()
  const settings = { TERMLOOM_DATA: folder.path }
  let cookie: string
  let running: Server | null = null
  const started = async (environment = settings) => (running = await startServer(environment))

  afterEach(async () => {
    await running?.end('SIGKILL')
    running = null
  })
  afterAll(async () => {
    const left = postmasterOf(folder.path)
    if (left) process.kill(left, 'SIGQUIT')
    while (postmasterOf(folder.path)) await wait(50)
    folder.remove()
  })

  it('starts from nothing and prints a link for the first administrator', async () => {
    const server = await started()
    expect(server.line).toMatch(/first administrator.*http:\/\/localhost:\d+\/sign-in\?token=\S{43}$/)
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
    const { stderr } = await server.end()
    for (const step of ['Creating the database', 'Starting the database', 'Bringing the schema up to date'])
      expect(stderr).toContain(step)
  })

  it('makes a new link while nobody has signed in, and the old one is dead', async () => {
    const first = await started()
    const old = first.line
    await first.end()
    const server = await started()
    expect(server.line).not.toBe(old)
    await expect(signIn({ ...server, line: old })).rejects.toThrow()
    cookie = await signIn(server)
    await expect(signIn(server)).rejects.toThrow()
    await addUser(server, cookie, '王编辑')
    expect(await namesOfUsers(server, cookie)).toEqual(['administrator', '王编辑'])
  })

  it('stops at Ctrl-C, which a terminal and npm both pass on: server and PostgreSQL are gone', async () => {
    const server = await started()
    server.process.kill('SIGINT')
    const { code } = await server.end('SIGINT')
    expect(code).toBe(0)
    expect(postmasterOf(folder.path)).toBeNull()
  })

  it('starts again within 5 seconds, without a link, sessions and data as they were', async () => {
    const server = await started()
    expect(server.startedInMs).toBeLessThan(5000 * crowding())
    expect(server.line).toMatch(/^Termloom is ready: http:\/\/localhost:\d+$/)
    expect(await namesOfUsers(server, cookie)).toContain('王编辑')
  })

  it('was killed with -9: the next start takes over the PostgreSQL that was left running', async () => {
    const killed = await started()
    await addUser(killed, cookie, 'acknowledged')
    await killed.end('SIGKILL')
    const left = postmasterOf(folder.path)
    expect(left).not.toBeNull()
    const server = await started()
    expect(postmasterOf(folder.path)).toBe(left)
    expect(await namesOfUsers(server, cookie)).toContain('acknowledged')
    const { stderr } = await server.end()
    expect(stderr).toContain('Joining the database that is running')
    expect(postmasterOf(folder.path)).toBeNull()
  })

  it('lost server and PostgreSQL by kill -9: the next start recovers what was acknowledged', async () => {
    const killed = await started()
    await addUser(killed, cookie, 'just before the crash')
    const postmaster = postmasterOf(folder.path)!
    process.kill(postmaster, 'SIGKILL')
    await killed.end('SIGKILL')
    const server = await started()
    expect(await namesOfUsers(server, cookie)).toContain('just before the crash')
  })

  it('starts its PostgreSQL again when that is killed under it, and goes on', async () => {
    const server = await started()
    const killed = postmasterOf(folder.path)!
    process.kill(killed, 'SIGKILL')
    const begin = Date.now()
    // The old backends may answer for a moment before they notice.
    while ([killed, null].includes(postmasterOf(folder.path))) await wait(100)
    while (!(await fetch(`${server.url}/health/ready`)).ok) await wait(100)
    expect(Date.now() - begin).toBeLessThan(20_000 * crowding())
    await addUser(server, cookie, 'after the fall')
    expect((await termloom(['serve'], { ...settings, PORT: '0' })).stderr).toMatch(/Another Termloom is running/)
    expect((await server.end()).code).toBe(0)
    expect(postmasterOf(folder.path)).toBeNull()
  })

  it('does not believe a pid file whose number belongs to somebody else, nor a lock whose holder is dead', async () => {
    const first = await started()
    const cluster = realpathSync(path.join(folder.path, 'postgres'))
    const written = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
    await first.end()
    writeFileSync(path.join(cluster, 'postmaster.pid'), written.replace(/^\d+/, String(process.pid)))
    writeFileSync(path.join(folder.path, 'start.lock'), JSON.stringify({ pid: process.pid, born: 'long ago' }))
    const server = await started()
    expect(await namesOfUsers(server, cookie)).toContain('acknowledged')
  })

  it('refuses a second server on the same folder: it says so and exits with 1, the first goes on', async () => {
    const first = await started()
    const { code, stderr } = await termloom(['serve'], { ...settings, PORT: '0' })
    expect(code).toBe(1)
    expect(stderr).toMatch(/Another Termloom is running on the data folder/)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200)
  })

  it('says which port is taken, and how to choose another', async () => {
    const first = await started()
    const other = temporaryFolder()
    try {
      const { code, stderr } = await termloom(['serve'], { TERMLOOM_DATA: other.path, PORT: new URL(first.url).port })
      expect(code).toBe(1)
      expect(stderr).toMatch(/127\.0\.0\.1:\d+ is in use\.\n\s+Choose another, for example: PORT=/)
      expect(postmasterOf(other.path)).toBeNull()
    } finally {
      other.remove()
    }
  })

  it('shares its PostgreSQL with the other commands, and is the last to leave', async () => {
    const server = await started()
    const { code, stdout } = await termloom(['user', 'list'], settings)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^administrator +administrator +active +\d{4}-/m)
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
    await server.end()
    const alone = await termloom(['user', 'link', '王编辑'], settings)
    expect(alone.stdout).toMatch(/\/sign-in\?token=\S+\n$/)
    expect(postmasterOf(folder.path)).toBeNull()
  })
})

describe('two starts that race for an empty folder', () => {
  it('one serves, the other says so and exits', async () => {
    const folder = temporaryFolder()
    const settings = { TERMLOOM_DATA: folder.path }
    const starts = [startServer(settings), startServer(settings)]
    const outcomes = await Promise.allSettled(starts)
    const served = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))
    try {
      expect(served).toHaveLength(1)
      expect(refused).toEqual([expect.stringMatching(/ended with code 1.*Another Termloom is running/s)])
      expect((await fetch(`${served[0]!.url}/health/ready`)).status).toBe(200)
    } finally {
      for (const server of served) await server.end()
      folder.remove()
    }
  })
})

const asRoot = process.getuid?.() === 0 ? describe : describe.skip

asRoot('as root, in a folder that is closed to everybody else', () => {
  it('keeps the data where PostgreSQL may go, and finds it again by a link', async () => {
    const closed = temporaryFolder('closed')
    mkdirSync(closed.path, { mode: 0o700 })
    chmodSync(closed.path, 0o700)
    const data = path.join(closed.path, 'data')
    let home: string | null = null
    try {
      const server = await startServer({ TERMLOOM_DATA: data })
      expect(lstatSync(path.join(data, 'postgres')).isSymbolicLink()).toBe(true)
      home = realpathSync(path.join(data, 'postgres'))
      const owner = execFileSync('ps', ['-o', 'user=', '-p', String(postmasterOf(data))], { encoding: 'utf8' }).trim()
      expect(owner).not.toBe('root')
      const cookie = await signIn(server)
      await server.end()
      const again = await startServer({ TERMLOOM_DATA: data })
      expect(await namesOfUsers(again, cookie)).toEqual(['administrator'])
      await again.end()
      expect(postmasterOf(data)).toBeNull()
    } finally {
      if (home) rmSync(path.dirname(home), { recursive: true, force: true })
      closed.remove()
    }
  })
})

describe('the database it makes', () => {
  it('knows the trigrams of Chinese, and orders by code point', async () => {
    const folder = temporaryFolder()
    const server = await startServer({ TERMLOOM_DATA: folder.path })
    try {
      const cluster = realpathSync(path.join(folder.path, 'postgres'))
      const port = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]
      const password = readFileSync(path.join(folder.path, 'postgres-password'), 'utf8')
      const { Client } = (await import('pg')).default
      const client = new Client(`postgres://termloom:${password}@127.0.0.1:${port}/termloom`)
      await client.connect()
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
      const { rows } = await client.query(`SELECT cardinality(show_trgm('人工智能')) AS trigrams, 'Z' < 'a' AS bytes`)
      await client.end()
      expect(rows[0]).toEqual({ trigrams: 5, bytes: true })
    } finally {
      await server.end()
      folder.remove()
    }
  })
})

describe('wrong settings', () => {
  it('are named, with what they should be', () => {
    const { status, stderr } = spawnSync(process.execPath, ['bin/termloom.mjs', 'serve'], {
      env: { ...process.env, PORT: 'eighty' },
      encoding: 'utf8',
      cwd: path.resolve(import.meta.dirname, '../..'),
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(/PORT must be a whole number from 0 to 65535, and it is "eighty"/)
  })
})
