import { describe, expect, it } from '@jest/globals'
import { Outbox } from './outbox.js'

class Lost extends Error {}

/** A line that is up or down, and remembers what arrived. */
function line() {
  const arrived: string[] = []
  let isUp = true
  const outbox = new Outbox<string, string>({
    send: async (content) => {
      await Promise.resolve()
      if (!isUp) throw new Lost()
      if (content.startsWith('bad')) throw new Error(`refused ${content}`)
      arrived.push(content)
      return `got ${content}`
    },
    isLostConnection: (problem) => problem instanceof Lost,
    pause: () => new Promise((resolve) => setTimeout(resolve, 1)),
  })
  return { outbox, arrived, goDown: () => (isUp = false), comeBack: () => (isUp = true) }
}

describe('outbox', () => {
  it('delivers in the order in which decisions were made', async () => {
    const { outbox, arrived } = line()
    const last = ['a', 'b', 'c'].map((content) => outbox.add(content, content)).at(-1)!
    expect(await last.answer).toBe('got c')
    expect(arrived).toEqual(['a', 'b', 'c'])
    expect(outbox.snapshot).toEqual([])
  })

  it('keeps what could not be sent, and sends it once when the connection is back', async () => {
    const { outbox, arrived, goDown, comeBack } = line()
    goDown()
    const first = outbox.add('a', 'a')
    const second = outbox.add('b', 'b')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(outbox.isDelayed).toBe(true)
    expect(outbox.snapshot.map(({ key }) => key)).toEqual(['a', 'b'])
    comeBack()
    expect([await first.answer, await second.answer]).toEqual(['got a', 'got b'])
    expect(arrived).toEqual(['a', 'b'])
  })

  it('a refusal fails its own decision only', async () => {
    const { outbox, arrived } = line()
    const bad = outbox.add('x', 'bad x')
    const good = outbox.add('y', 'y')
    await expect(bad.answer).rejects.toThrow('refused bad x')
    await good.answer
    expect(arrived).toEqual(['y'])
  })

  it('takes back what has not left, and says so when it is too late', async () => {
    const { outbox, arrived } = line()
    const first = outbox.add('a', 'a')
    const second = outbox.add('b', 'b')
    expect(outbox.withdraw(second)).toBe(true)
    expect(await second.answer).toBeNull()
    await first.answer
    expect(outbox.withdraw(first)).toBe(false)
    expect(arrived).toEqual(['a'])
  })
})
