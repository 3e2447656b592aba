import model from 'wink-eng-lite-web-model'
import winkNLP, { type WinkMethods } from 'wink-nlp'
import { joinCompounds } from './compounds.js'
import type { TaggedWord } from './token.js'

let wink: WinkMethods | undefined

/** Loading the model takes a fifth of a second, so it waits for the first English text. */
function english(): WinkMethods {
  return (wink ??= winkNLP(model, ['sbd', 'pos']))
}

/** Words with Universal POS tags by wink-nlp. Offsets are found by walking the text; hyphened compounds are one word. */
export function tagEnglish(text: string): TaggedWord[] {
  const { its, readDoc } = english()
  const tokens = readDoc(text).tokens()
  const values = tokens.out(its.value) as string[]
  const tags = tokens.out(its.pos) as unknown as string[]
  const found: TaggedWord[] = []
  let from = 0
  for (const [i, value] of values.entries()) {
    const start = text.indexOf(value, from)
    if (start < 0) continue
    from = start + value.length
    if (/\S/.test(value)) found.push({ text: value, start, end: from, tag: tags[i]! })
  }
  return joinCompounds(withVerbsAfterModals(found))
}

const modals = new Set(['may', 'shall', 'should', 'will', 'must', 'can', 'could', 'would', 'might', 'cannot'])

/** "Banks may open accounts", "shall also store data": the word that follows a modal, past adverbs and "not", is a verb, though it can be an adjective or a noun. */
function withVerbsAfterModals(words: TaggedWord[]): TaggedWord[] {
  let expected = false
  return words.map((word) => {
    const isExpected = expected
    expected = modals.has(word.text.toLowerCase()) || (expected && (word.tag === 'ADV' || word.tag === 'PART'))
    return isExpected && (word.tag === 'ADJ' || word.tag === 'NOUN') ? { ...word, tag: 'VERB' } : word
  })
}
