import { describe, expect, it } from '@jest/globals'
import { describeCorpus } from '../extract-term-pairs.js'
import { WordClass } from '../terms/word-classes.js'

/** The classes of the answering words of a corpus whose sentences stand several times with different nouns. */
async function classesOf(target: string, pairs: [string, string][]): Promise<Map<string, number>> {
  const passage = (text: string) => ({ text, start: 0, line: 1 })
  const { analysed } = await describeCorpus({
    languages: { source: 'en', target },
    pairs: () =>
      pairs.map(([source, answer]) => ({ document: 'd', source: passage(source), target: passage(answer), score: 1 })),
  })
  const found = new Map<string, number>()
  for (const { answer } of analysed.pairs)
    for (const [at, wordClass] of answer.classes.entries())
      found.set(answer.text.slice(answer.starts[at], answer.ends[at]), wordClass)
  return found
}

describe('classes taught by the other language', () => {
  it('tells verbs and adjectives of a language without a tagger', async () => {
    const nouns = [
      ['valve', 'Ventil'],
      ['pump', 'Pumpe'],
      ['filter', 'Filter'],
      ['sensor', 'Sensor'],
      ['motor', 'Motor'],
    ]
    const pairs = nouns.flatMap(([en, de], at): [string, string][] => {
      const [other, anderes] = nouns[(at + 1) % nouns.length]!
      return [
        [`The operator quickly opens the hydraulic ${en}.`, `Der Bediener öffnet schnell das hydraulische ${de}.`],
        [
          `The operator opens the ${other} and the hydraulic ${en}.`,
          `Der Bediener öffnet das ${anderes} und das hydraulische ${de}.`,
        ],
        [`The hydraulic ${en} leaks.`, `Das hydraulische ${de} leckt.`],
      ]
    })
    const classes = await classesOf('de', pairs)
    expect(classes.get('Ventil')).toBe(WordClass.noun)
    expect(classes.get('Bediener')).toBe(WordClass.noun)
    expect(classes.get('hydraulische')).toBe(WordClass.adjective)
    expect(classes.get('öffnet')).toBe(WordClass.verb)
    expect(classes.get('das')).toBe(WordClass.connector)
  })

  it('leaves a language with a tagger of its own alone', async () => {
    const classes = await classesOf('zh', [['The valve leaks.', '阀门漏水。']])
    expect(classes.get('。')).toBe(WordClass.wall)
    expect(classes.get('阀门')).toBe(WordClass.noun)
  })
})
