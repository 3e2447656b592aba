import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { TaggedWord } from './token.js'

let general: Jieba | undefined

/** Latin names, numbers and their compounds are cut by this rule, not by jieba, which would take SARS-CoV-2 apart. */
const latin = /[\p{Script=Latin}\p{N}]+(?:[-.&/+'’_][\p{Script=Latin}\p{N}]+)*[+%‰℃]*/gu

/** Words with ICTCLAS tags by jieba. Text in simplified script. `words` are never cut. */
export function tagChinese(words: string[]): (text: string) => TaggedWord[] {
  let own: Jieba | undefined
  const jieba = () => {
    if (words.length === 0) return (general ??= Jieba.withDict(dict))
    if (!own) {
      own = Jieba.withDict(dict)
      own.loadDict(Buffer.from(words.map((word) => `${word} 100000 n\n`).join('')))
    }
    return own
  }
  return (text) => {
    const found: TaggedWord[] = []
    let from = 0
    for (const { 0: run, index } of text.matchAll(latin)) {
      pushTagged(found, jieba(), text.slice(from, index), from)
      found.push({ text: run, start: index, end: index + run.length, tag: /\p{L}/u.test(run) ? 'eng' : 'm' })
      from = index + run.length
    }
    pushTagged(found, jieba(), text.slice(from), from)
    return found
  }
}

function pushTagged(found: TaggedWord[], jieba: Jieba, text: string, offset: number): void {
  if (!/\S/.test(text)) return
  let start = offset
  for (const { word, tag } of jieba.tag(text, true))
    for (const part of tag === guessed ? withoutGrammar(word) : [word]) {
      const end = start + part.length
      if (/\S/.test(part)) found.push({ text: part, start, end, tag })
      start = end
    }
}

/** The tag of what no dictionary holds: two or three characters that jieba takes for a word because none of them goes elsewhere. */
const guessed = 'x'

/** Characters that serve the sentence: at the edge of a guessed word they are none of it (器来, 元里, 对同). */
const opensGuess = /^[来在将被把于与和及对为向从由并也都就而且但则所是有会可能需应该这那各每经令使按]/u
const closesGuess = /[来里中上下后前时内外间会将已也都就和与及或为并的了着过到在是等]$/u

function withoutGrammar(word: string): string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return [word]
  if (closesGuess.test(word)) return [...withoutGrammar(word.slice(0, -1)), word.slice(-1)]
  return opensGuess.test(word) ? [word.slice(0, 1), ...withoutGrammar(word.slice(1))] : [word]
}
