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
