import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { occurrences } from './dictionary.js'

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
 * Why [start, past) may not be a word of the text at all, or undefined: it ends in the middle of a word that also reaches
 * outside it, as 和服 does in 产品|和|服务. Where what is cut off is a word by itself, the cut is one of taste, not doubt.
 */
export function cutsAWord({ text, begin, end }: WordCuts, start: number, past: number): string | undefined {
  const first = { begin: begin[start]!, end: end[start]! }
  const last = { begin: begin[past - 1]!, end: end[past - 1]! }
  if (first.begin === last.begin) {
    const word = text.slice(first.begin, first.end)
    return isPartByAccident(word, start - first.begin, past - first.begin) ? `part of the word ${word}` : undefined
  }
  if (first.begin < start && !isWord(text.slice(first.begin, start)))
    return `cuts the word ${text.slice(first.begin, first.end)}`
  if (last.end > past && !isWord(text.slice(past, last.end))) return `cuts the word ${text.slice(last.begin, last.end)}`
  return undefined
}

/** Characters that are words only in writing of another age would make every cut harmless, so one character is not enough. */
function isWord(text: string): boolean {
  return text.length > 1 && occurrences(text) > 0
}

/**
 * Is what stands at [start, past) of one word no part it is made of? 中国 is a part of 中国人, but 发展中国家 is made of
 * 发展, 中 and 国家: cut there it is likelier than cut around 中国.
 */
function isPartByAccident(word: string, start: number, past: number): boolean {
  if (start === 0 && past === word.length) return false
  if (past - start === 1) return true
  const question = `${start} ${past} ${word}`
  let answer = judged.get(question)
  if (answer === undefined) {
    answer = isLikelierAcross(word, start, past)
    if (judged.size >= mostJudged) judged.clear()
    judged.set(question, answer)
  }
  return answer
}

/** The same few words stand in most texts. */
const judged = new Map<string, boolean>()
const mostJudged = 50_000

function isLikelierAcross(word: string, start: number, past: number): boolean {
  const around = likelihood(word, 0, start) + wordLikelihood(word.slice(start, past)) + likelihood(word, past)
  return likelihood(word, 0, word.length, { start, past }) > around
}

/** All words the dictionary was counted in. */
const allOccurrences = 60_101_967

/** Logarithm of how often a word is met among all words; one that is not listed is rarer than the rarest. */
function wordLikelihood(word: string): number {
  return Math.log(Math.max(occurrences(word), 0.5) / allOccurrences)
}

/**
 * Of the likeliest way to cut [from, to) into words (Viterbi over word counts). With `crossing`, of those in which a word
 * reaches across its beginning or its end; words that hold all of it say nothing and are left out.
 */
function likelihood(
  text: string,
  from: number,
  to: number = text.length,
  crossing?: { start: number; past: number },
): number {
  const crosses = (at: number, end: number): boolean =>
    crossing !== undefined && [crossing.start, crossing.past].some((cut) => at < cut && cut < end)
  const holds = (at: number, end: number): boolean =>
    crossing !== undefined && at <= crossing.start && crossing.past <= end
  // Best way to each place: without, and with, a word that crosses.
  const best = Array.from({ length: to - from + 1 }, () => [-Infinity, -Infinity] as [number, number])
  best[0] = [0, crossing ? -Infinity : 0]
  for (let end = from + 1; end <= to; end++)
    for (let at = from; at < end; at++) {
      if (holds(at, end)) continue
      if (end - at > 1 && occurrences(text.slice(at, end)) === 0) continue
      const word = wordLikelihood(text.slice(at, end))
      const [plain, crossed] = best[at - from]!
      const reached = best[end - from]!
      if (crosses(at, end)) reached[1] = Math.max(reached[1], plain + word, crossed + word)
      else {
        reached[0] = Math.max(reached[0], plain + word)
        reached[1] = Math.max(reached[1], crossed + word)
      }
    }
  return best[to - from]![crossing ? 1 : 0]
}
