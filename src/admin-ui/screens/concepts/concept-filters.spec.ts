import { describe, expect, test } from '@jest/globals'
import { filtersOf, isNarrowed, queryOf, searchOf } from './concept-filters.js'

const today = new Date('2026-05-20T13:00:00Z')
const of = (address: string) => filtersOf(new URLSearchParams(address))

describe('the filters of the list of concepts', () => {
  test.each(['', 'q=%E9%98%80&status=draft', 'missing=en&since=week&sort=source', 'subjectField=-&openComments=true'])(
    'stand in the address: %s',
    (address) => {
      expect(searchOf(of(address)).toString()).toBe(address)
    },
  )

  test('become what the server asks for; the order is said apart', () => {
    expect(queryOf(of('q=+valve+&status=approved&definition=false&since=week&sort=source'), today)).toEqual({
      q: 'valve',
      status: 'approved',
      definition: 'false',
      updatedSince: '2026-05-13T00:00:00.000Z',
    })
    expect(queryOf(of('since=2026-01-02'), today)).toEqual({ updatedSince: '2026-01-02' })
    expect(queryOf(of('since=ever&status=unknown'), today)).toEqual({})
  })

  test('an order narrows nothing', () => {
    expect([of('sort=source'), of('since=day'), of('q=x')].map(isNarrowed)).toEqual([false, true, true])
  })
})
