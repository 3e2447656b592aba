import { expect, test } from '@jest/globals'
import { likenessOf } from './likeness.js'

test('spellings, endings and moved words are alike, other words are not', () => {
  expect(likenessOf('国防政策白皮书', '国防白皮书')).toBeGreaterThanOrEqual(0.6)
  expect(likenessOf('defence policy', 'defense policy')).toBeGreaterThan(0.65)
  expect(likenessOf('joint military exercises', 'joint military exercise')).toBeGreaterThan(0.9)
  expect(likenessOf('valve ball', 'ball valve')).toBeGreaterThan(0.8)
  expect(likenessOf('球阀', '球阀')).toBe(1)
  expect(likenessOf('防务白皮书', '国防白皮书')).toBeLessThan(0.6)
  expect(likenessOf('ball valve', 'steel pipe')).toBeLessThan(0.2)
  expect(likenessOf('', 'a')).toBe(0)
})
