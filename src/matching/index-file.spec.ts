import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Worker } from 'node:worker_threads'
import { buildIndex, buildMatcher, type MatcherTerm, openIndex } from './index.js'
import { packArrays, unpackArrays } from './packed-arrays.js'

const terms: MatcherTerm<number>[] = [
  { id: 7, text: '上海合作组织', language: 'zh-Hans' },
  { id: 8, text: 'SCO', language: 'zh' },
  { id: 40, text: 'ball valve', language: 'en-GB' },
  { id: 41, text: 'Ball Valve', language: 'en', exactForm: true },
  { id: 42, text: 'Polish', language: 'en', caseSensitive: true },
]
const text = '关于上海合作組織和SCO的ball valves，Polish and polish'

/** The bytes in memory that threads can share. */
function shared(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

test('an index that was kept answers as one that was just built', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('上海合作国國SCsos, ')), minLength: 1, maxLength: 5 })
  const given = fc.uniqueArray(word, { maxLength: 15 })
  fc.assert(
    fc.property(given, word, fc.constantFrom('zh', 'en', 'de'), (words, text, language) => {
      const terms = words.map((text, id) => ({ id, text, language }))
      const [fresh, kept] = [buildMatcher(terms), openIndex(buildIndex(terms).buffer)]
      expect(kept.match(text, { overlap: 'all' })).toEqual(fresh.match(text, { overlap: 'all' }))
      for (const mode of ['exact', 'prefix', 'fuzzy'] as const)
        expect(kept.search(text, { mode })).toEqual(fresh.search(text, { mode }))
    }),
  )
})

test('each language is asked by itself, or all together', () => {
  const index = openIndex(shared(buildIndex(terms)))
  const found = (matches: { ids: number[] }[]) => matches.flatMap(({ ids }) => ids)
  expect(index.languages).toEqual(['zh', 'en'])
  expect(index.size).toBe(5)
  expect(found(index.match(text))).toEqual([7, 8, 40, 42])
  expect(found(index.in('zh-TW').match(text))).toEqual([7, 8])
  expect(found(index.in('en').match('ball valve'))).toEqual([40, 41])
  expect(found(index.in('fr').match(text))).toEqual([])
})

test('threads share one index', async () => {
  const buffer = shared(packArrays({ numbers: Uint32Array.of(1, 2, 3) }, 'rules'))
  const worker = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads')
     new Uint8Array(workerData)[workerData.byteLength - 8] = 9
     parentPort.postMessage('written')`,
    { eval: true, workerData: buffer },
  )
  await new Promise((resolve) => worker.once('message', resolve))
  // What the thread wrote is seen here: nothing was copied, and the checksum tells.
  expect(() => unpackArrays(buffer, 'rules')).toThrow('is damaged')
  await worker.terminate()
})

test('what is no index, breaks off, is damaged or follows other rules is refused', () => {
  const good = packArrays({ a: Uint16Array.of(1, 2), b: { c: Int32Array.of(-1) } }, 'rules')
  expect(unpackArrays(good.buffer, 'rules')).toEqual({ a: Uint16Array.of(1, 2), b: { c: Int32Array.of(-1) } })
  const damaged = good.slice()
  damaged[damaged.length - 1]! ^= 1
  for (const [bytes, rules, why] of [
    [new Uint8Array(10), 'rules', 'is none'],
    [new Uint8Array(100), 'rules', 'is none'],
    [good.slice(0, -1), 'rules', 'breaks off'],
    [damaged, 'rules', 'is damaged'],
    [good, 'others', 'was made by other rules'],
  ] as const)
    expect(() => unpackArrays(bytes.slice().buffer, rules)).toThrow(why)
})
