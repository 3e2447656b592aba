import { describe, expect, test } from '@jest/globals'
import { cutPlaces, firstCut, nextCut } from './cut-places.js'

/** `'One. |Two.'`: the places where the text may be cut behind a sentence. */
const marked = (text: string) => {
  const places = new Set(cutPlaces(text).sentences)
  return [...text].map((letter, at) => (places.has(at) ? `|${letter}` : letter)).join('')
}

describe('a passage is cut', () => {
  test('behind its sentences', () => {
    expect(marked('一句。两句！三句')).toBe('一句。|两句！|三句')
    expect(marked('One. Two? Three.')).toBe('One. |Two? |Three.')
    expect(marked('Version 1.2 works.')).toBe('Version 1.2 works.')
    expect(marked('他说：“好。”走了。')).toBe('他说：“好。”|走了。')
  })

  test('first at the end of the sentence that is nearest to the middle', () => {
    expect(firstCut('One. Two. Three and four and five.')).toBe('One. Two. '.length)
    expect(firstCut('ball valve')).toBe('ball '.length)
    expect(firstCut('word')).toBe(4)
  })

  test('then from word to word, and at its ends', () => {
    expect(nextCut('ball valve', 5, 1)).toBe(10)
    expect(nextCut('ball valve', 5, -1)).toBe(0)
    expect(nextCut('ball valve', 0, -1)).toBe(0)
  })
})
