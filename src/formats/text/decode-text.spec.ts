import { describe, expect, test } from '@jest/globals'
import { DomainError } from '../../shared/errors.js'
import { decodeText } from './decode-text.js'

const chinese = '上海合作组织成员国元首理事会会议在北京举行。\nThe Council of Heads of State met in Beijing.\n'
const traditional = '中國與巴基斯坦、阿富汗、塔吉克斯坦四國軍隊建立反恐合作協調機制。\nThey set up a mechanism.\n'

/** Encoded by looking every character up in what the decoder makes of all two-byte codes. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label)
  const codes = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
    }
  return Uint8Array.from(
    [...text].flatMap((character) => (character < '\x80' ? [character.charCodeAt(0)] : codes.get(character)!)),
  )
}

function utf16(text: string, { bigEndian, bom }: { bigEndian: boolean; bom: boolean }): Uint8Array {
  const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

function refusal(read: () => unknown): DomainError {
  try {
    read()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('decodeText recognises', () => {
  test.each([
    ['utf-8', new TextEncoder().encode(chinese), chinese],
    ['utf-8', new TextEncoder().encode('\ufeff\ufeff' + chinese), chinese],
    ['utf-16le', utf16(chinese, { bigEndian: false, bom: true }), chinese],
    ['utf-16be', utf16(chinese, { bigEndian: true, bom: true }), chinese],
    ['utf-16le', utf16(chinese, { bigEndian: false, bom: false }), chinese],
    ['utf-16be', utf16(chinese, { bigEndian: true, bom: false }), chinese],
    ['utf-16le', utf16('一切问题', { bigEndian: false, bom: false }), '一切问题'],
    ['utf-16be', utf16('一切问题', { bigEndian: true, bom: false }), '一切问题'],
    ['gb18030', encode(chinese, 'gb18030'), chinese],
    ['gb18030', encode(traditional, 'gb18030'), traditional],
    ['big5', encode(traditional, 'big5'), traditional],
    ['shift_jis', encode('機械学習のモデルを評価する。', 'shift_jis'), '機械学習のモデルを評価する。'],
    [
      'euc-kr',
      encode('대한민국의 영토는 한반도와 그 부속도서로 한다.', 'euc-kr'),
      '대한민국의 영토는 한반도와 그 부속도서로 한다.',
    ],
  ])('%s', (encoding, bytes, text) => {
    const languages = { shift_jis: ['ja', 'en'], 'euc-kr': ['ko', 'en'] }[encoding]
    expect(decodeText(bytes, { languages })).toMatchObject({ encoding, text })
  })

  test('Latin letters beyond ASCII, when the languages are declared', () => {
    const bytes = Buffer.from('Une chaîne de caractères\tsecond', 'latin1')
    expect(decodeText(bytes, { languages: ['fr', 'en'] })).toMatchObject({ encoding: 'windows-1252', guessed: true })
    expect(refusal(() => decodeText(bytes)).details.place?.offset).toBe(7)
  })

  test('the encoding a person chose', () => {
    expect(decodeText(Buffer.from('na\xefve', 'latin1'), { encoding: 'windows-1252' }).text).toBe('naïve')
  })
})

describe('decodeText refuses', () => {
  test.each<[string, Uint8Array, number, RegExp]>([
    ['an empty file', new Uint8Array(0), 0, /empty/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 0, /PNG/],
    ['text with a zero byte', Buffer.from('glossary\0of terms'), 8, /byte 8|control/],
    [
      'UTF-8 cut off inside a character',
      new TextEncoder().encode('上海合作组织').slice(0, 16),
      15,
      /UTF-8 up to byte 15/,
    ],
    [
      'one wrong byte in UTF-8',
      Buffer.concat([Buffer.from('上海合作'), Buffer.of(0xff), Buffer.from('组织')]),
      12,
      /byte 12/,
    ],
    ['UTF-16 cut off inside a character', utf16('上海', { bigEndian: false, bom: true }).slice(0, 5), 4, /UTF-16/],
  ])('%s', (_, bytes, offset, message) => {
    const error = refusal(() => decodeText(bytes, { file: 'a.txt' }))
    expect(error.code).toBe('unreadable-file')
    expect(error.message).toMatch(message)
    expect(error.details.remedy).toMatch(/\.$/)
    expect(error.details.place).toMatchObject({ file: 'a.txt', offset })
  })
})
