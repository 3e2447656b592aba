import { describe, expect, it } from '@jest/globals'
import type { PairVariant } from '../types.js'
import type { Proposal } from './assemble.js'
import { foldByRightness, foldRivals } from './fold-rivals.js'

interface Sketch {
  count?: number
  first?: 0 | 1
  abbreviation?: Proposal['abbreviation']
  rightness?: number
}

/** row('supply chain = 供应链', .9): a proposal, as far as folding looks at it. */
function row(pair: string, score: number, { count = 1, first = 1, abbreviation, rightness }: Sketch = {}): Proposal {
  const [term, answer] = pair.split(' = ') as [string, string]
  const scored = { first, rightness } as Proposal['scored']
  return {
    term,
    answer,
    key: `${term}\t${answer}`,
    score,
    count,
    kind: 'term',
    scored,
    places: [],
    variants: [],
    wordings: [],
    shortForms: [],
    abbreviation,
  }
}

const folded = (...rows: Proposal[]) =>
  foldRivals(rows, (term, answer, kind, frequency): PairVariant => ({ source: term, target: answer, kind, frequency }))
const shown = (rows: Proposal[]) => rows.map(({ term, answer }) => `${term} = ${answer}`)

describe('folding rivals', () => {
  it('leaves one row a term, and names the others in it by what they are', () => {
    const { listed, rivals } = folded(
      row('bank = 银行', 0.4),
      row('bank = 本地银行', 0.3, { count: 2 }),
      row('bank = 岸边', 0.2),
      row('bank = 银', 0.1),
    )
    expect(shown(listed)).toEqual(['bank = 银行'])
    expect(listed[0]!.variants.map(({ target, kind }) => `${target} ${kind}`)).toEqual([
      '本地银行 longer',
      '岸边 alternative',
      '银 shorter',
    ])
    expect(rivals).toHaveLength(3)
    for (const { score } of rivals) expect(score).toBeLessThan(0.1)
  })

  it('leaves one row an answer: the fragment of a term gives way to the term', () => {
    const { listed } = folded(
      row('monetary authority = 金管局', 0.3),
      row('hong kong monetary authority = 金管局', 0.6),
    )
    expect(shown(listed)).toEqual(['hong kong monetary authority = 金管局'])
  })

  it('does not give a term its second choice when the first is taken', () => {
    const { listed } = folded(
      row('chain = 供应链', 0.5),
      row('supply chain = 供应链', 0.9),
      row('chain = 供应', 0.4, { first: 0 }),
    )
    expect(shown(listed)).toEqual(['supply chain = 供应链'])
  })

  it('keeps a short form beside its full form', () => {
    const abbreviation = { short: 'AI', long: 'authorized institution', isSaidByText: true }
    const { listed } = folded(
      row('authorized institution = 认可机构', 0.9, { abbreviation }),
      row('AI = 认可机构', 0.8, { abbreviation }),
    )
    expect(shown(listed)).toEqual(['authorized institution = 认可机构', 'AI = 认可机构'])
  })

  it('does not depend on the order it is given', () => {
    const rows = [row('a = 甲', 0.5), row('a = 乙', 0.5), row('b = 甲', 0.5), row('b = 乙', 0.4)]
    expect(shown(folded(...rows.toReversed()).listed)).toEqual(shown(folded(...rows).listed))
  })
})

describe('folding by rightness', () => {
  const fold = (...rows: Proposal[]) =>
    foldByRightness(rows, (term, answer, kind, frequency): PairVariant => ({
      source: term,
      target: answer,
      kind,
      frequency,
    }))

  it('gives a term the answer that is chosen for it, and orders rows by what is wanted', () => {
    const { listed } = fold(
      row('bank = 岸', 0.8, { rightness: 0.95, first: 0 }),
      row('bank = 银行', 0.5, { rightness: 0.9 }),
      row('ship = 船', 0.7, { rightness: 0.6 }),
    )
    expect(shown(listed)).toEqual(['ship = 船', 'bank = 银行'])
  })

  it('lets a synonym stand beside the term that shares its answer, and a fragment only in its row', () => {
    const { listed, rivals } = fold(
      row('overseas bank = 境外银行', 0.8, { rightness: 0.9 }),
      row('foreign bank = 境外银行', 0.6, { rightness: 0.7 }),
      row('overseas = 境外银行', 0.3, { rightness: 0.1 }),
    )
    expect(shown(listed)).toEqual(['overseas bank = 境外银行', 'foreign bank = 境外银行'])
    expect(listed[0]!.variants.map(({ source, kind }) => `${source} ${kind}`)).toEqual(['overseas shorter'])
    expect(rivals.map(({ score }) => score < 0.1)).toEqual([true])
  })

  it('believes a text that defines a short form', () => {
    const abbreviation = { short: 'SCO', long: 'Shanghai Cooperation Organisation', isSaidByText: true }
    expect(shown(fold(row('SCO = 上海合作组织', 0.9, { abbreviation })).listed)).toEqual(['SCO = 上海合作组织'])
  })
})
