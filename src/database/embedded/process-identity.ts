import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process number alone says little: numbers are used again, and in a container without a reaper a dead process keeps
 * its number as a zombie. These questions go to the system each time.
 */
export interface ProcessFacts {
  /** Program name as the system shows it. */
  command: string
  zombie: boolean
  /** Tells two processes of the same number apart; opaque. */
  born: string
}

/** What the system knows of that process; null when there is none. */
export function processFacts(pid: number): ProcessFacts | null {
  if (process.platform === 'linux') return fromProc(pid)
  return process.platform === 'win32' ? fromSignal(pid) : fromPs(pid)
}

/** Fields of /proc/PID/stat after proc(5): 2 is the name in parentheses, 3 the state, 22 the start in ticks since boot. */
function fromProc(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return {
      command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
      zombie: afterName[0] === 'Z' || afterName[0] === 'X',
      born: `${boot} ${afterName[19]}`,
    }
  } catch {
    return null
  }
}

function fromPs(pid: number): ProcessFacts | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  const fields = status === 0 ? /^\s*(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.+?)\s*$/.exec(stdout) : null
  if (!fields) return null
  return { command: fields[3]!, zombie: fields[1]!.startsWith('Z'), born: fields[2]! }
}

/** Windows: only whether there is one. */
function fromSignal(pid: number): ProcessFacts | null {
  try {
    process.kill(pid, 0)
    return { command: 'postgres', zombie: false, born: '' }
  } catch {
    return null
  }
}
