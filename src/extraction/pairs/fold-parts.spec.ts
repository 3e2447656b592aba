import { describe, expect, it } from '@jest/globals'
import type { Proposal } from './assemble.js'
import { featureNames, type Features } from './features.js'
import { foldParts } from './fold-parts.js'

const none = Object.fromEntries(featureNames.map((name) => [name, 0])) as Features

/** row('supply chain', [4, 6], .9): a row whose one place is tokens 4 and 5 on both sides of the only sentence. */
function row(term: string, [start, end]: [number, number], score: number, features: Partial<Features> = {}): Proposal {
  const place = { pair: 0, term: { start, end }, answer: { start, end } }
  const scored = { features: { ...none, ...features } } as Proposal['scored']
  return {
    term,
    answer: term,
    key: term,
    score,
    count: 1,
    kind: 'term',
    scored,
    places: [place],
    variants: [],
    wordings: [],
    shortForms: [],
  }
}

const kept = (...listed: Proposal[]) => foldParts({ listed, rivals: [] }).listed.map(({ term }) => term)

describe('parts and wholes on a page', () => {
  it('drops a part that stands nowhere but in a listed whole', () => {
    expect(kept(row('airflow', [1, 2], 0.6), row('airflow limitation', [1, 3], 0.8))).toEqual(['airflow limitation'])
  })

  it('keeps a part that stands elsewhere too, or is much surer than the whole', () => {
    const elsewhere = row('airflow', [1, 2], 0.6)
    elsewhere.places.push({ pair: 1, term: { start: 0, end: 1 }, answer: { start: 0, end: 1 } })
    expect(kept(elsewhere, row('airflow limitation', [1, 3], 0.8))).toContain('airflow')
    expect(kept(row('airflow', [1, 2], 0.9), row('airflow limitation', [1, 3], 0.5))).toContain('airflow')
  })

  it('drops what only wraps a listed row: a verb, a list', () => {
    expect(
      kept(
        row('canary release', [1, 3], 0.8),
        row('use canary release', [0, 3], 0.9, { termOpensWithVerb: 1 }),
        row('canary release and mirroring', [1, 5], 0.9, { termCoordinated: 1 }),
      ),
    ).toEqual(['canary release'])
  })

  it('loses nothing', () => {
    const rows = [row('airflow', [1, 2], 0.6), row('airflow limitation', [1, 3], 0.8)]
    const { listed, rivals } = foldParts({ listed: rows, rivals: [] })
    expect([...listed, ...rivals]).toHaveLength(rows.length)
  })
})
