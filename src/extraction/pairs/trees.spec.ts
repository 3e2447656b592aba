import { describe, expect, it } from '@jest/globals'
import { levelOf, readTrees } from './trees.js'

const columns = ['seenOften', 'leak']
const row = (seenOften: number, leak: number) => Uint8Array.of(levelOf(seenOften), levelOf(leak))

describe('trees', () => {
  const sum = readTrees(['leak<32?(seenOften<16?0.1:0.5):-0.4', 'seenOften<8?-1:0'], columns)

  it.each([
    [0.5, 0, 0.5],
    [0.2, 0, 0.1],
    [0.5, 0.9, -0.4],
    [0, 0, -0.9],
  ])('add up what each says of seenOften %f, leak %f', (seenOften, leak, expected) => {
    expect(sum(row(seenOften, leak), 0)).toBeCloseTo(expected, 10)
  })

  it('read a row wherever it begins', () => {
    const rows = Uint8Array.of(...row(0, 0), ...row(0.5, 0))
    expect(sum(rows, 2)).toBeCloseTo(0.5, 10)
  })

  it('ask for features that exist', () => {
    expect(() => readTrees(['luck<3?1:2'], columns)).toThrow('luck')
  })
})
