import { describe, expect, it } from '@jest/globals'
import { compoundParts } from './compound-parts.js'

const german = { links: ['', 's', 'en', 'n'], shortestPart: 4, suffixes: new Set(['heit', 'lich']) }

describe('parts of compounds', () => {
  it.each([
    ['both parts stand alone', 'kugelventil kugel ventil', 'kugelventil', 'kugel ventil'],
    ['letters between them belong to none', 'zahlungsbilanz zahlung bilanz', 'zahlungsbilanz', 'zahlung bilanz'],
    [
      'one stands alone, the other is part of other compounds too',
      'ventil kugelventil kugellager kugelkopf',
      'kugelventil',
      'kugel ventil',
    ],
    ['a part is a compound itself', 'hausarzt haus arzt praxis hausarztpraxis', 'hausarztpraxis', 'haus arzt praxis'],
    ['nothing else speaks for it', 'kugelventil', 'kugelventil', 'kugelventil'],
    ['an ending is no part', 'gesundheit gesund heit', 'gesundheit', 'gesundheit'],
    ['a part is too short', 'tagebuch tag buch', 'tagebuch', 'tagebuch'],
  ])('%s', (_, words, word, parts) => {
    expect(compoundParts(words.split(' '), german)(word).join(' ')).toBe(parts)
  })
})
