import { describe, expect, it } from '@jest/globals'
import { filtersOf, queryOf, searchOf, unfiltered } from './filters.js'

describe('filters of the queue', () => {
  it('the plain queue has a plain address', () => {
    expect(searchOf(unfiltered).toString()).toBe('')
    expect(filtersOf(new URLSearchParams(''))).toEqual(unfiltered)
  })

  it('what is put into an address is read back', () => {
    const filters = {
      ...unfiltered,
      state: 'all',
      kind: 'name',
      minScore: 70,
      maxScore: 80,
      decidedOn: '2026-05-04',
      q: '上海 & co',
      sort: 'recent',
      rival: 'true',
      minFrequency: 5,
      view: 'card',
    } as const
    expect(filtersOf(new URLSearchParams(searchOf(filters).toString()))).toEqual(filters)
  })

  it('an address with nonsense in it shows the plain queue', () => {
    expect(
      filtersOf(
        new URLSearchParams(
          'state=lost&kind=x&minScore=700&sort=%00&rival=perhaps&minFrequency=3&view=x&maxScore=-1&decidedOn=today',
        ),
      ),
    ).toEqual(unfiltered)
  })

  it('the server is asked in its own words', () => {
    expect(queryOf({ ...unfiltered, minScore: 70, maxScore: 80, q: ' SCO ' })).toEqual({
      state: 'proposed',
      minScore: 0.7,
      maxScore: 0.8,
      q: 'SCO',
    })
    expect(queryOf({ ...unfiltered, state: 'all' })).toEqual({})
  })
})
