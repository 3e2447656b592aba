import { expect, test } from '@jest/globals'
import { Converter } from 'opencc-js/t2cn'
import { simplifiedCharacter } from './simplified.js'

test('characters go through the tables of general, Taiwan and Hong Kong usage', () => {
  expect([...'國裡爲着豈𠮷a，国'].map(simplifiedCharacter).join('')).toBe('国里为着岂𠮷a，国')
})

test('where OpenCC simplifies a character by itself, so do we', () => {
  const convert = Converter({ from: 't', to: 'cn' })
  for (let point = 0x3400; point < 0xfb00; point++) {
    const character = String.fromCodePoint(point)
    const simplified = convert(character)
    if (point >= 0xd800 && point < 0xe000) continue
    if (simplified !== character) expect(simplifiedCharacter(simplified)).toBe(simplifiedCharacter(character))
  }
})
