import { expect, test } from '@jest/globals'
import type { ConceptDraft } from './concept-record.js'
import { changedFields, type ReopeningField, reopeningFields, statusAfter } from './reopening.js'

const concept: ConceptDraft = {
  status: 'approved',
  subjectField: 'maths',
  definition: 'a collection',
  languages: [
    { language: 'zh', terms: [{ id: '1', text: '集合', partOfSpeech: 'noun' }] },
    { language: 'en', definition: null, terms: [{ id: '2', text: 'set' }] },
  ],
}

/** The concept with an edit; `edit` sees a copy. */
function edited(edit: (concept: any) => void): ConceptDraft {
  const copy = structuredClone(concept)
  edit(copy)
  return copy
}

const edits: [ReopeningField | null, string, (concept: any) => void][] = [
  ['definition', 'of the concept', (c) => (c.definition = 'a bag')],
  ['definition', 'of a language', (c) => (c.languages[1].definition = 'a bag')],
  ['subjectField', 'gone', (c) => (c.subjectField = null)],
  ['term', 'rewritten', (c) => (c.languages[1].terms[0].text = 'bag')],
  ['term', 'added', (c) => c.languages[1].terms.push({ text: 'bag', partOfSpeech: 'noun' })],
  ['term', 'a language gone', (c) => c.languages.pop()],
  ['partOfSpeech', 'of a term', (c) => (c.languages[0].terms[0].partOfSpeech = 'verb')],
  [
    'administrativeStatus',
    'of a term',
    (c) => (c.languages[1].terms[0].administrativeStatus = 'deprecatedTerm-admn-sts'),
  ],
  [null, 'nothing', () => {}],
  [null, 'null for missing, empty for null', (c) => ((c.note = null), (c.languages[1].definition = ''))],
  [
    null,
    'a status that goes without saying',
    (c) => (c.languages[1].terms[0].administrativeStatus = 'admittedTerm-admn-sts'),
  ],
  [null, 'languages in another order', (c) => c.languages.reverse()],
]

test.each(edits)('%s: %s', (field, _, edit) => {
  const after = edited(edit)
  expect(changedFields(concept, after, reopeningFields)).toEqual(field ? [field] : [])
  if (!field) return
  expect(statusAfter(concept, after, [field])).toBe('draft')
  const others = reopeningFields.filter((other) => other !== field)
  expect(statusAfter(concept, after, others)).toBe('approved')
})

test('only what was approved and would stay so is reopened', () => {
  const after = (status: ConceptDraft['status']) => edited((c) => Object.assign(c, { definition: 'a bag', status }))
  expect(statusAfter(concept, after('retired'), ['definition'])).toBe('retired')
  expect(statusAfter({ ...concept, status: 'draft' }, after('approved'), ['definition'])).toBe('approved')
})
