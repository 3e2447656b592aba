import type { TaggedWord } from './token.js'

const hyphen = /^[-‐‑–]$/

/** Word, hyphen, word without spaces between them are one word; its tag is that of the last part. */
export function joinCompounds(words: TaggedWord[]): TaggedWord[] {
  const joined: TaggedWord[] = []
  for (const word of words) {
    const between = joined.at(-1)
    const first = joined.at(-2)
    const joins =
      between !== undefined &&
      first !== undefined &&
      hyphen.test(between.text) &&
      first.end === between.start &&
      between.end === word.start &&
      /[\p{L}\p{N}]$/u.test(first.text) &&
      /^[\p{L}\p{N}]/u.test(word.text)
    if (joins) {
      joined.length -= 2
      joined.push({ text: `${first.text}-${word.text}`, start: first.start, end: word.end, tag: word.tag })
    } else joined.push(word)
  }
  return joined
}

/** Pieces of words that a segmenter leaves alone though they are none by themselves: data. */
export interface Bound {
  /** 化, 性: part of the word before them. */
  suffixes: ReadonlySet<string>
  /** 不, 非: part of the word behind them. */
  prefixes: ReadonlySet<string>
}

/** 抽象, 化 and 不, 変 are one word each; so are the crumbs of a foreign word that the segmenter does not know (イ, ミ, ュ, ータ, ブル). */
export function joinBound(words: TaggedWord[], { suffixes, prefixes }: Bound): TaggedWord[] {
  const joined: TaggedWord[] = []
  for (const word of words) {
    const before = joined.at(-1)
    const joins =
      before !== undefined &&
      before.end === word.start &&
      ((suffixes.has(word.text) && carriesMeaning.test(before.text)) ||
        (prefixes.has(before.text) && beginsWithHan.test(word.text)) ||
        (isKatakana(before.text) && isKatakana(word.text) && (isCrumb(before.text) || isCrumb(word.text))))
    if (joins) joined[joined.length - 1] = { ...before, text: before.text + word.text, end: word.end }
    else joined.push(word)
  }
  return joined
}

const carriesMeaning = /[\p{sc=Han}\p{sc=Katakana}ー\p{sc=Latin}]$/u
const beginsWithHan = /^\p{sc=Han}/u
const isKatakana = (text: string): boolean => /^[\p{sc=Katakana}ー]+$/u.test(text)
const isCrumb = (text: string): boolean => text.length <= 2
