import { expect, test } from '@jest/globals'
import type { Evidence } from '../../api/types.js'
import { keptOfDocuments } from './kept-of-documents.js'

function evidence(documentId: string, marked: string): Evidence {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const side = { text: marked.replaceAll(/[[\]]/g, ''), start, end, offset: 0, line: 1 }
  const place = { sentencePairId: 'p', position: 0, documentId, documentName: `${documentId}.txt` }
  return { ...place, source: side, target: side }
}

test('each document once, with the shortest form that stands in it', () => {
  const kept = keptOfDocuments([
    evidence('a', 'the [ball valves] leak'),
    evidence('b', 'two [ball valves]'),
    evidence('a', 'a [ball valve] leaks'),
  ])
  expect(kept).toEqual([
    { documentId: 'a', documentName: 'a.txt', form: 'ball valve' },
    { documentId: 'b', documentName: 'b.txt', form: 'ball valves' },
  ])
})
