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
  for (const { word, tag } of jieba.tag(text, true)) {
    const end = start + word.length
    if (/\S/.test(word)) found.push({ text: word, start, end, tag })
    start = end
  }
}
