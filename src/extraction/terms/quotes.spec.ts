import { describe, expect, it } from '@jest/globals'
import { markQuotations } from './quotes.js'
import { WordClass } from './word-classes.js'

/** The tokens of a sentence, those that became marks of a quotation as < and >. */
function marked(sentence: string): string {
  const texts = sentence.split(' ')
  const classes = Uint8Array.from(texts, (text) => (/[\p{L}\p{N}]/u.test(text) ? WordClass.noun : WordClass.break))
  markQuotations(texts, classes)
  const sign: Record<number, string> = { [WordClass.quoting]: '<', [WordClass.quoted]: '>' }
  return texts.map((text, index) => sign[classes[index]!] ?? text).join(' ')
}

describe('the marks of a quotation', () => {
  it.each([
    ['参加 “ 长城 ” 国际 论坛', '参加 < 长城 > 国际 论坛'],
    ['das „ Haus “ steht', 'das < Haus > steht'],
    ['le « mur » tient', 'le < mur > tient'],
    ['die » Mauer « hält', 'die < Mauer > hält'],
    ['the " wall " and " gate "', 'the < wall > and < gate >'],
    ['《 巴塞尔 协议 》', '< 巴塞尔 协议 >'],
  ])('%s', (sentence, expected) => expect(marked(sentence)).toBe(expected))

  it.each(['half ” a quotation', 'an “ opening alone', 'a " lonely one', '“ ” nothing', `“ ${'far '.repeat(12)}”`])(
    'leaves %s alone',
    (sentence) => expect(marked(sentence)).toBe(sentence),
  )
})
