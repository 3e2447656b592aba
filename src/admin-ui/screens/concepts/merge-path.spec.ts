import { expect, test } from '@jest/globals'
import { partsOfPath } from './merge-path.js'

test.each([
  ['definition', { field: 'definition' }],
  ['zh-Hant/note', { language: 'zh-Hant', field: 'note' }],
  ['zh/term:球阀', { language: 'zh', term: '球阀' }],
  ['en/term:ball valve/partOfSpeech', { language: 'en', term: 'ball valve', field: 'partOfSpeech' }],
  ['en/term:and/or', { language: 'en', term: 'and/or' }],
  ['en/term:and/or/data', { language: 'en', term: 'and/or', field: 'data' }],
])('%s', (path, parts) => {
  expect(partsOfPath(path)).toEqual(parts)
})
