import { describe, expect, it } from '@jest/globals'
import { languageOf } from '../languages/index.js'
import { taggedSpans } from './candidate-spans.js'
import { markModifiers } from './fixed-modifiers.js'
import { WordClass } from './word-classes.js'

describe('a phrase that modifies as a whole', () => {
  it('opens a term, and no term begins inside it', () => {
    const words = ['of', 'In', 'vitro', 'diagnostic', 'reagents']
    const { connector, noun, adjective } = WordClass
    const classes = Uint8Array.of(connector, connector, noun, adjective, noun)
    markModifiers(words, classes, languageOf('en'))
    const spans = taggedSpans(classes).map(({ start, end }) => words.slice(start, end).join(' '))
    expect(spans).toContain('In vitro diagnostic reagents')
    expect(spans.filter((span) => span.startsWith('vitro'))).toEqual([])
  })
})
