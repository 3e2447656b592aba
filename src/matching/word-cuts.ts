import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let jieba: Jieba | undefined

/** Loaded at the first Chinese match: the dictionary takes 0.2 s and 40 MB. */
function segmenter(): Jieba {
  return (jieba ??= Jieba.withDict(dict))
}

/** The words of a simplified Chinese text: for every unit the offset at which its word begins, and past its end. */
export interface WordCuts {
  text: string
  begin: Uint32Array
  end: Uint32Array
}

export function wordCuts(text: string): WordCuts {
  const begin = new Uint32Array(text.length)
  const end = new Uint32Array(text.length)
  let at = 0
  for (const word of segmenter().cut(text, false)) {
    begin.fill(at, at, at + word.length)
    end.fill(at + word.length, at, at + word.length)
    at += word.length
  }
  return { text, begin, end }
}

/**
 * Why [start, end) may not be a word of the text at all, or undefined: it ends in the middle of a word that also reaches
 * outside it, as 和服 does in 产品|和|服务. Where what is cut off is a word by itself, the cut is one of taste, not doubt.
 */
export function cutsAWord({ text, begin, end }: WordCuts, start: number, past: number): string | undefined {
  const first = { begin: begin[start]!, end: end[start]! }
  const last = { begin: begin[past - 1]!, end: end[past - 1]! }
  const within = first.begin === last.begin
  if (within)
    return past - start === 1 && first.end - first.begin > 1
      ? `part of the word ${text.slice(first.begin, first.end)}`
      : undefined
  if (first.begin < start && !isWord(text.slice(first.begin, start)))
    return `cuts the word ${text.slice(first.begin, first.end)}`
  if (last.end > past && !isWord(text.slice(past, last.end))) return `cuts the word ${text.slice(last.begin, last.end)}`
  return undefined
}

/** Characters that are words only in writing of another age would make every cut harmless, so one character is not enough. */
function isWord(text: string): boolean {
  return text.length > 1 && segmenter().cut(text, false).length === 1
}
