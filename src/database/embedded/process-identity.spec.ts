import { afterAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { processFacts } from './process-identity.js'

describe('processFacts', () => {
  // The first `sleep` ends when the shell has become the second, which never asks for it: a zombie, as in a container without a reaper.
  const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 30'])
  afterAll(() => void parent.kill())

  it('tells a process that runs from one that is dead but not buried', async () => {
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.on('data', (chunk: Buffer) => resolve(Number(chunk))),
    )
    while (processFacts(pid)?.zombie === false) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(processFacts(pid)).toMatchObject({ zombie: true })
    expect(processFacts(parent.pid!)).toMatchObject({ zombie: false, command: 'sleep' })
  })

  it('tells two processes of one number apart by their birth', () => {
    expect(processFacts(process.pid)?.born).toBe(processFacts(process.pid)?.born)
    expect(processFacts(process.pid)?.born).not.toBe(processFacts(parent.pid!)?.born)
  })

  it('knows when there is none', () => {
    expect(processFacts(2 ** 22 + 1)).toBeNull()
  })
})
