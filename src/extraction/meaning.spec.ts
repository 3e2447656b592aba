import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractTermPairs } from './extract-term-pairs.js'
import { loadEmbedder } from './meaning.js'
import { readAlignedSegments, sentencePairs } from './sentences/read-document.js'
import type { Embed, ExtractionOptions } from './types.js'

/** As a user would write it: vectors of hashed trigrams, so that what is spelled alike is near. */
const module = `
const width = 256
export function embed(texts) {
  return texts.map((text) => {
    const vector = new Float32Array(width)
    const padded = ' ' + text.toLowerCase() + ' '
    for (let at = 0; at + 3 <= padded.length; at++) {
      let hash = 7
      for (const character of padded.slice(at, at + 3)) hash = (hash * 31 + character.codePointAt(0)) >>> 0
      vector[hash % width] += 1
    }
    return vector
  })
}`

const languages = { source: 'en', target: 'de' }
const segments = [
  { source: 'The transformer feeds the sensor.', target: 'Der Transformator speist den Sensor.' },
  { source: 'The motor needs a filter.', target: 'Der Motor braucht einen Filter.' },
  { source: 'Each sensor has a filter and a valve.', target: 'Jeder Sensor hat einen Filter und ein Ventil.' },
  { source: 'The valve closes the tank.', target: 'Das Ventil schließt den Behälter.' },
  { source: 'A transformer stands behind the tank.', target: 'Ein Transformator steht hinter dem Behälter.' },
]

describe('a module of the user that gives vectors', () => {
  let folder: string
  let file: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'embedder-'))
    file = path.join(folder, 'trigrams.mjs')
    writeFileSync(file, module)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const extracted = async (options: ExtractionOptions) => {
    const pairs = sentencePairs(readAlignedSegments({ name: 'x', segments, languages }))
    const rows = []
    for await (const row of extractTermPairs({ languages, pairs: () => pairs }, { all: true, ...options }))
      rows.push(row)
    return rows
  }
  /** A module on a disk cannot be imported inside the test runner's own loader: its functions are read as text instead. */
  const trigrams = async (): Promise<Embed> => {
    const url = `data:text/javascript,${encodeURIComponent(module)}`
    return ((await import(url)) as { embed: Embed }).embed
  }

  it('adds its feature to the reasons, and moves what is near up and what is far down', async () => {
    const plain = await extracted({})
    const weighed = await extracted({ embed: await trigrams() })
    expect(weighed.length).toBe(plain.length)
    expect(weighed.length).toBeGreaterThanOrEqual(8)
    const before = new Map(plain.map((row) => [`${row.source}\t${row.target}`, row]))
    const moves = weighed.map((row) => ({
      meaning: row.reasons['meaning']!,
      moved: row.score - before.get(`${row.source}\t${row.target}`)!.score,
    }))
    expect(plain.every(({ reasons }) => !('meaning' in reasons))).toBe(true)
    const mean = moves.reduce((sum, { meaning }) => sum + meaning, 0) / moves.length
    for (const { meaning, moved } of moves) {
      if (meaning > mean + 0.01) expect(moved).toBeGreaterThan(0)
      if (meaning < mean - 0.01) expect(moved).toBeLessThan(0)
    }
    expect(moves.some(({ moved }) => moved > 0) && moves.some(({ moved }) => moved < 0)).toBe(true)
    expect(weighed.map(({ score }) => score)).toEqual(weighed.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  it('is refused with a remedy when it gives something else', async () => {
    await expect(extracted({ embed: () => [] })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(extracted({ embed: (texts) => texts.map(() => Float32Array.of(Number.NaN)) })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(loadEmbedder(path.join(folder, 'missing.mjs'))).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
