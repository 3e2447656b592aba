import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { basicGlossary } from '../../test/support/generated-concepts.js'
import type { ConceptEntry } from '../formats/index.js'
import { conceptDraft, conceptEntry } from './concept-entries.js'
import type { ConceptDraft, ConceptRecord } from './concept-record.js'
import { checkedDraft } from './concept-rules.js'

/** The record that the database would give back for a draft: jsonb knows no `undefined`. */
function recordOf(draft: ConceptDraft, changes: Partial<ConceptRecord> = {}): ConceptRecord {
  const nobody = { createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' }
  const fields = { subjectField: null, definition: null, definitionSource: null, note: null }
  const record = {
    id: 'x',
    number: 7,
    status: 'draft',
    version: 1,
    ...nobody,
    ...fields,
    ...checkedDraft(draft),
    ...changes,
  }
  return JSON.parse(JSON.stringify(record)) as ConceptRecord
}

const term = (text: string, ...nodes: ConceptEntry['nodes']) => ({ text, nodes })
const entry = (...terms: ConceptEntry['languages'][number]['terms']): ConceptEntry => ({
  id: 'c1',
  nodes: [],
  languages: [{ language: 'en', nodes: [], terms }],
})
const status = (value: string) => ({ element: 'termNote', category: 'administrativeStatus', content: [value] })

describe('an entry through the glossary', () => {
  test('comes back equal, whatever of TBX-Basic it uses', () => {
    fc.assert(
      fc.property(basicGlossary(), (entries) => {
        for (const entry of entries) expect(conceptEntry(recordOf(conceptDraft(entry)))).toEqual(composed(entry))
      }),
      { numRuns: 300 },
    )
  })

  test('keeps a value as it came beside the standard one', () => {
    const read = entry(
      term(
        'valve',
        { element: 'termNote', category: 'partOfSpeech', content: ['Proper Noun'] },
        status('notRecommended'),
      ),
    )
    const record = recordOf(conceptDraft(read))
    expect(record.languages[0]!.terms[0]).toMatchObject({
      partOfSpeech: 'noun',
      administrativeStatus: 'deprecatedTerm-admn-sts',
    })
    expect(conceptEntry(record)).toEqual(read)
  })

  test('keeps the order of the file, though preferred terms are shown first', () => {
    const read = entry(term('a'), term('b', status('deprecated')), term('c', status('preferredTerm-admn-sts')))
    const record = recordOf(conceptDraft(read))
    expect(record.languages[0]!.terms.map(({ text }) => text)).toEqual(['c', 'a', 'b'])
    expect(conceptEntry(record)).toEqual(read)
  })

  test('a changed field is changed where it stands, and what was not said stays unsaid', () => {
    const source = { element: 'admin', category: 'source', content: ['ISO'] }
    const read: ConceptEntry = {
      ...entry(term('valve')),
      nodes: [
        { element: 'descripGrp', children: [{ element: 'descrip', category: 'definition', content: ['old'] }, source] },
        { element: 'note', content: ['first'] },
      ],
    }
    const record = recordOf(conceptDraft(read), { definition: 'new' })
    expect(conceptEntry(record)).toEqual({
      ...read,
      nodes: [
        { element: 'descripGrp', children: [{ element: 'descrip', category: 'definition', content: ['new'] }, source] },
        { element: 'note', content: ['first'] },
      ],
    })
  })

  test('a renamed term loses the markup of the old spelling', () => {
    const read = entry({ text: 'H2O', content: ['H', { name: 'hi', attributes: {}, content: ['2'] }, 'O'], nodes: [] })
    const record = recordOf(conceptDraft(read))
    expect(conceptEntry(record)).toEqual(read)
    record.languages[0]!.terms[0]!.text = 'water'
    expect(conceptEntry(record).languages[0]!.terms[0]).toEqual(term('water'))
  })

  test('what was made here is called by its number', () => {
    expect(conceptEntry(recordOf({ languages: [{ language: 'en', terms: [{ text: 'a' }] }] })).id).toBe('c7')
  })
})

/** Attributes without a value are none. */
function composed(entry: ConceptEntry): ConceptEntry {
  return JSON.parse(JSON.stringify(entry)) as ConceptEntry
}
