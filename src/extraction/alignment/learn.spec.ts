import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { alignWords, type TokenPair } from './align-corpus.js'
import { emptyDictionary } from './dictionary.js'
import { learnAlignment } from './learn.js'
import { largestGrid } from './cells.js'

const words = ['ball', 'valve', 'leaks', 'pump', 'the', 'a']
const anyPair = fc.record({
  source: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 7 }).map((ids) => Int32Array.from(ids)),
  target: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 7 }).map((ids) => Int32Array.from(ids)),
})
const anyCorpus = fc.array(anyPair, { minLength: 1, maxLength: 6 })
const vocabularies = { sourceVocabulary: words.length, targetVocabulary: words.length }

describe('alignment of any corpus', () => {
  it('gives probabilities of the shape of the sentence pair', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (pairs) => {
        const model = await learnAlignment(pairs, vocabularies)
        for (const [n, { source, target }] of pairs.entries()) {
          const posterior = model.posterior(n)
          expect(posterior).toHaveLength(source.length * target.length)
          for (const probability of posterior) expect(probability >= 0 && probability <= 1 + 1e-6).toBe(true)
          for (const [i, j] of model.links(n))
            expect(i >= 0 && i < source.length && j >= 0 && j < target.length).toBe(true)
        }
      }),
    )
  })

  it('is the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (pairs) => {
        const [one, other] = [await learnAlignment(pairs, vocabularies), await learnAlignment(pairs, vocabularies)]
        for (const n of pairs.keys()) expect(one.posterior(n)).toEqual(other.posterior(n))
      }),
    )
  })

  it('turns with its sides', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (pairs) => {
        const straight = await learnAlignment(pairs, vocabularies)
        const turned = await learnAlignment(
          pairs.map(({ source, target }) => ({ source: target, target: source })),
          vocabularies,
        )
        for (const [n, { source, target }] of pairs.entries()) {
          const [one, other] = [straight.posterior(n), turned.posterior(n)]
          for (let i = 0; i < source.length; i++)
            for (let j = 0; j < target.length; j++)
              expect(one[i * target.length + j]!).toBeCloseTo(other[j * source.length + i]!, 3)
        }
      }),
    )
  })
})

describe('alignment of words', () => {
  const languages = { source: 'en', target: 'de' }
  const corpus = [
    pair('the ball valve leaks', 'das Ventil leckt'),
    pair('the ball valve', 'das Ventil'),
    pair('the pump leaks', 'die Pumpe leckt'),
    pair('a pump', 'eine Pumpe'),
    pair('the pump', 'die Pumpe'),
  ]

  it('learns from what recurs', async () => {
    const links = [...(await alignWords(corpus, { languages, dictionary: emptyDictionary }))]
    expect(links[2]).toEqual(
      expect.arrayContaining([
        [1, 1],
        [2, 2],
      ]),
    )
  })

  it('answers every pair, empty ones with nothing', async () => {
    const links = [
      ...(await alignWords([pair('', 'Ventil'), ...corpus, pair('', '')], { languages, dictionary: emptyDictionary })),
    ]
    expect(links).toHaveLength(corpus.length + 2)
    expect([links[0], links.at(-1)]).toEqual([[], []])
  })

  it('believes the prior where the corpus says nothing', async () => {
    const sentence = { source: Int32Array.of(0, 1, 2), target: Int32Array.of(0, 1, 2) }
    const model = await learnAlignment([sentence], {
      sourceVocabulary: 3,
      targetVocabulary: 3,
      prior: (source, target) => (source === 2 - target ? 1 : 0),
    })
    expect(model.links(0)).toEqual([
      [0, 2],
      [1, 1],
      [2, 0],
    ])
  })

  it('gives the same bits with any number of threads', async () => {
    // Enough for several blocks of sentences, of words that are neither all the same nor all different.
    const many = Array.from({ length: 700 }, (_, n) => ({
      source: Int32Array.from({ length: 3 + (n % 7) }, (__, i) => (n * 7 + i * i * 5) % 40),
      target: Int32Array.from({ length: 2 + (n % 5) }, (__, j) => (n * 7 + j * j * 5 + (n % 3)) % 40),
    }))
    const [alone, ...together] = await Promise.all(
      [1, 2, 3].map((threads) => learnAlignment(many, { sourceVocabulary: 40, targetVocabulary: 40, threads })),
    )
    expect(many.some((_, n) => alone!.links(n).length > 0)).toBe(true)
    for (const model of together) for (const n of many.keys()) expect(model.posterior(n)).toEqual(alone!.posterior(n))
  })

  it('leaves a pair without links that is longer than any sentence', async () => {
    const length = Math.ceil(Math.sqrt(largestGrid)) + 1
    const book = { source: new Int32Array(length), target: new Int32Array(length) }
    const sentence = { source: Int32Array.of(0, 1), target: Int32Array.of(0, 1) }
    const model = await learnAlignment([book, sentence, sentence], vocabularies)
    expect(model.links(0)).toEqual([])
    expect(model.posterior(0)).toHaveLength(length * length)
    expect(model.links(1).length).toBeGreaterThan(0)
  })

  it('stops while threads are at work', async () => {
    const controller = new AbortController()
    const seen: number[] = []
    const learning = alignWords(corpus, {
      languages,
      threads: 2,
      signal: controller.signal,
      onProgress: (share) => {
        seen.push(share)
        if (share > 0.3) controller.abort()
      },
    })
    await expect(learning).rejects.toMatchObject({ code: 'cancelled' })
    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    controller.abort()
    await expect(alignWords(corpus, { languages, signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

function pair(source: string, target: string): TokenPair {
  return { source: source.split(' ').filter(Boolean), target: target.split(' ').filter(Boolean) }
}
