import { expect, test } from '@jest/globals'
import type { ConceptRecord } from '../releases/release-content.js'
import { shelvesOf } from './shelves.js'

type Words = Record<string, string[]>

/** Concepts from their terms, each with a subject field or none. */
function release(...concepts: [subjectField: string | null, words: Words][]) {
  return concepts.map(([subjectField, words]) => ({
    subjectField,
    languages: Object.entries(words).map(([language, texts]) => ({ language, terms: texts.map((text) => ({ text })) })),
  })) as unknown as ConceptRecord[]
}

async function* stream<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}

const glossary = release(
  ['maths', { zh: ['集合', '“并集”'], en: ['set', 'Äquivalenz'] }],
  [null, { zh: ['语言'], en: ['language'] }],
  ['maths', { zh: ['3D打印'], en: ['3D printing'] }],
  ['art', { zh: ['A股'], en: ['“square”'] }],
)

async function headings(language: string, ordering: string) {
  const shelves = (await shelvesOf(stream(glossary))).filter(
    (shelf) => shelf.language === language && shelf.ordering === ordering,
  )
  return shelves.map(({ heading, entries, terms }) => [
    heading,
    ...entries.map(
      (entry, i) => glossary[entry]!.languages.find((section) => section.language === language)!.terms[terms[i]!]!.text,
    ),
  ])
}

test.each([
  [
    'zh',
    'pinyin',
    [
      ['0–9', '3D打印'],
      ['A–Z', 'A股'],
      ['B', '“并集”'],
      ['J', '集合'],
      ['Y', '语言'],
    ],
  ],
  [
    'zh',
    'strokes',
    [
      ['0–9', '3D打印'],
      ['A–Z', 'A股'],
      ['6画', '“并集”'],
      ['9画', '语言'],
      ['12画', '集合'],
    ],
  ],
  [
    'zh',
    'radicals',
    [
      ['0–9', '3D打印'],
      ['A–Z', 'A股'],
      ['干', '“并集”'],
      ['言', '语言'],
      ['隹', '集合'],
    ],
  ],
  [
    'en',
    'letters',
    [
      ['0–9', '3D printing'],
      ['A', 'Äquivalenz'],
      ['L', 'language'],
      ['S', 'set', '“square”'],
    ],
  ],
  [
    'zh',
    'subjects',
    [
      ['art', 'A股'],
      ['maths', '3D打印', '集合'],
    ],
  ],
])('%s by %s', async (language, ordering, wanted) => {
  const found = await headings(language, ordering)
  expect(found).toHaveLength(wanted.length)
  expect(found).toEqual(expect.arrayContaining(wanted))
})

test('every headword stands once in each order of its language', async () => {
  const shelves = await shelvesOf(stream(glossary))
  for (const ordering of ['pinyin', 'strokes', 'radicals'])
    expect(shelves.filter((shelf) => shelf.ordering === ordering).flatMap(({ entries }) => entries)).toHaveLength(5)
})
