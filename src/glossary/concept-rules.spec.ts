import { describe, expect, it } from '@jest/globals'
import { DomainError } from '../shared/errors.js'
import { checkedDraft, looksCaseSensitive } from './concept-rules.js'

const section = (language: string, ...texts: string[]) => ({ language, terms: texts.map((text) => ({ text })) })

function faultsOf(task: () => unknown): Record<string, string[]> {
  try {
    task()
  } catch (error) {
    if (error instanceof DomainError) return error.details.fields ?? {}
    throw error
  }
  return {}
}

describe('a concept as it is stored', () => {
  it('has canonical languages and clean terms', () => {
    const { languages } = checkedDraft({
      languages: [section('en_us', '  ball\u00a0 valve '), section('zh-CHS', '球阀')],
    })
    expect(languages.map(({ language, terms }) => [language, terms[0]!.text])).toEqual([
      ['en-US', 'ball valve'],
      ['zh-Hans', '球阀'],
    ])
  })

  it('lists preferred terms first and deprecated ones last', () => {
    const terms = [
      { text: 'old', administrativeStatus: 'deprecatedTerm-admn-sts' as const },
      { text: 'fine' },
      { text: 'best', administrativeStatus: 'preferredTerm-admn-sts' as const },
    ]
    const { languages } = checkedDraft({ languages: [{ language: 'en', terms }] })
    expect(languages[0]!.terms.map(({ text }) => text)).toEqual(['best', 'fine', 'old'])
  })
})

describe('a concept is refused, with the field named,', () => {
  it.each([
    ['without a language', [], 'languages'],
    ['without a term in a language', [section('en')], 'languages[0].terms'],
    ['with an empty term', [section('en', ' \t')], 'languages[0].terms[0].text'],
    ['with a term twice', [section('en', 'valve', 'valve')], 'languages[0].terms'],
    ['with a language twice', [section('en', 'a'), section('EN', 'b')], 'languages'],
    ['with a language that is none', [section('---', 'a')], 'languages[0].language'],
    ['with a control character', [section('en', 'a\u0003b')], 'languages[0].terms[0].text'],
  ])('%s', (_, languages, field) => {
    expect(Object.keys(faultsOf(() => checkedDraft({ languages })))).toEqual([field])
  })
})

describe('case counts', () => {
  it.each(['WHO', 'SCO', 'G20X', 'SARS-CoV'.toUpperCase(), 'SCOs'])('in %s', (text) => {
    expect(looksCaseSensitive(text)).toBe(true)
  })
  it.each(['who', 'Who', 'ball valve', '球阀', 'X'])('not in %s', (text) => {
    expect(looksCaseSensitive(text)).toBe(false)
  })
})
