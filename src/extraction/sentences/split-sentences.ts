import { languageOf, type Language } from '../languages/index.js'
import type { LanguageTag } from '../../shared/language-tag.js'

/** Half-open stretch of a text. */
export interface Span {
  start: number
  end: number
}

/** Marks that end a sentence wherever they stand, and what still belongs to the sentence behind them. */
const fullStops =
  /(?:[。！？｡]|[!?…]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s”’」』）)]|$)|……|；(?=\s*\n))+[”’"'」』）)》]*/gu

/** The sentences of one paragraph, in order, without the white space around them. */
export function splitSentences(text: string, tag: LanguageTag): Span[] {
  const language = languageOf(tag)
  const ends = language.usesSpaces ? endsByPeriod(text, language) : endsByFullStop(text)
  const spans: Span[] = []
  let from = 0
  for (const end of [...ends, text.length]) {
    const span = trimmed(text, from, end)
    if (span.start < span.end) spans.push(span)
    from = end
  }
  return spans
}

function endsByFullStop(text: string): number[] {
  const ends = [...text.matchAll(fullStops)].map((match) => match.index + match[0].length)
  const newlines = [...text.matchAll(/\n/g)].map(({ index }) => index + 1)
  return [...new Set([...ends, ...newlines])].toSorted((a, b) => a - b)
}

/** A period ends a sentence when what follows begins one, and the word before is no abbreviation, initial or number of an item. */
function endsByPeriod(text: string, language: Language): number[] {
  const ends: number[] = []
  for (const { 0: mark, index } of text.matchAll(/[.!?…。！？]+[”’"'»)\]]*(?=\s|$|\p{Lu})|\n/gu)) {
    const end = index + mark.length
    if (mark === '\n' || isEnd(text, index, end, mark, language)) ends.push(end)
  }
  return ends
}

function isEnd(text: string, index: number, end: number, mark: string, language: Language): boolean {
  const after = /^\s*(\S?)/u.exec(text.slice(end, end + 20))?.[1] ?? ''
  if (after === '') return true
  const touches = !/\s/.test(text[end] ?? ' ')
  if (touches && !/[。！？]/.test(mark)) return /[!?]/.test(mark) || /[”’"»]$/.test(mark)
  if (/\p{Ll}/u.test(after)) return false
  if (mark[0] !== '.' || mark.startsWith('..')) return true
  const before = /(\S+)$/u.exec(text.slice(Math.max(0, index - 30), index))?.[1] ?? ''
  const word = before.replace(/^[("“‘«[]+/, '').toLowerCase()
  if (language.abbreviations.has(word)) return false
  // A. Smith, U.S. Department; but "vitamin C." before a new sentence is rarer than an initial before a name.
  if (/^\p{L}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return !/[\p{Lu}]/u.test(after) && !/\d/.test(after)
  if (/^\d{1,3}$/.test(word) && index - before.length <= 4) return false
  if (language.code === 'de' && /^\d{1,2}$/.test(word)) return false
  return true
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
