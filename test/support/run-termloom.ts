import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const PROGRAM = path.resolve(import.meta.dirname, '../../bin/termloom.mjs')

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** The command as a user runs it, in a process of its own. */
export function termloom(args: string[], environment: Record<string, string> = {}): Promise<Finished> {
  const run = start(args, environment)
  return run.finished
}

export interface Server {
  process: ChildProcess
  /** What it printed when it was ready. */
  line: string
  /** Where it listens. */
  url: string
  startedInMs: number
  finished: Promise<Finished>
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Finished>
}

/** `termloom serve` on a port that the system chooses; ready when its line is printed. */
export async function startServer(environment: Record<string, string>): Promise<Server> {
  const begin = Date.now()
  const run = start(['serve'], { PORT: '0', TERMLOOM_SAMPLE: 'no', ...environment })
  const line = await Promise.race([
    run.firstLine,
    run.finished.then(({ code, stderr }) => {
      throw new Error(`termloom serve ended with code ${code}: ${stderr}`)
    }),
  ])
  return {
    process: run.process,
    line,
    url: new URL(/https?:\/\/\S+/.exec(line)![0]).origin,
    startedInMs: Date.now() - begin,
    finished: run.finished,
    end: (signal = 'SIGTERM') => {
      run.process.kill(signal)
      return run.finished
    },
  }
}

function start(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...withoutOurs(), ...environment } })
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')))
  const firstLine = new Promise<string>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8')
      if (stdout.includes('\n')) resolve(stdout.split('\n')[0]!)
    }),
  )
  const finished = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
  return { process: child, firstLine, finished }
}

/** What jest and its caller have in their environment is no business of the program under test. */
function withoutOurs(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(TERMLOOM_|DATABASE_URL|PORT|HOST|NODE_OPTIONS|JEST_)/.test(name),
    ),
  )
}

/** A data folder that the account which runs PostgreSQL may enter; `remove` in afterAll. */
export function temporaryFolder(name = 'data'): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'termloom-journey-'))
  chmodSync(folder, 0o755)
  return { path: path.join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
