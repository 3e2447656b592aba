import { expect, test } from '@jest/globals'
import type { ConceptRecord } from '../releases/release-content.js'
import { referencesOf } from './references.js'

const link = (target: string, category = 'externalCrossReference', content = ['text']) => ({
  element: 'xref',
  category,
  attributes: { target },
  content,
})

test('references of concept and terms are found, in groups too; only web addresses become links', () => {
  const cross = (target: string) => ({
    element: 'ref',
    category: 'crossReference',
    attributes: { target },
    content: ['see'],
  })
  const concept = {
    data: [cross('c7'), { element: 'descripGrp', children: [cross('c8')] }, link('javascript:alert(1)')],
    languages: [
      {
        data: null,
        terms: [
          { data: [link('https://example.org/a b', 'xGraphic', []), link('file:///etc/passwd'), link('http://')] },
        ],
      },
    ],
  } as unknown as ConceptRecord
  expect(referencesOf(concept)).toEqual({
    concepts: [
      { target: 'c7', text: 'see' },
      { target: 'c8', text: 'see' },
    ],
    outside: [{ address: 'https://example.org/a%20b', text: 'https://example.org/a%20b', isPicture: true }],
  })
})
