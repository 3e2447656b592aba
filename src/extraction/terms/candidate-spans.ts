import { isContent, isMark, WordClass } from './word-classes.js'

/** Half-open token ranges of a sentence. */
export interface TokenSpan {
  start: number
  end: number
}

/** The longest term that is proposed: its words that carry meaning, and all its tokens. */
export const longestTerm = { content: 8, tokens: 13 }

/**
 * Every stretch of a tagged sentence that has the shape of a term: (adjective | noun)* noun, joined by at most two connectors
 * ("Bank for International Settlements"), and single content words. Nested stretches are all proposed: which of them is the
 * term is a question of counts and of the other language, asked later.
 */
export function taggedSpans(classes: Uint8Array | number[]): TokenSpan[] {
  const spans: TokenSpan[] = []
  for (let start = 0; start < classes.length; start++) {
    const quotationEnd = classes[start] === WordClass.quoting ? quotationBefore(classes, start) : start
    if (quotationEnd === start && !canOpen(classes[start]!)) continue
    let joints = 0
    let content = 0
    for (let end = quotationEnd + 1; end <= Math.min(classes.length, start + longestTerm.tokens); end++) {
      const last = classes[end - 1]!
      if (last === WordClass.quoting) {
        const next = quotationBefore(classes, end - 1)
        if (next === end - 1) break
        end = next
        continue
      }
      if (last === WordClass.opening) {
        end = bracketEnd(classes, end - 1)
        if (end < 0) break
        continue
      }
      if (!canStandInside(last)) break
      if (isContent(last) && ++content > longestTerm.content) break
      if (last === WordClass.connector || last === WordClass.coordinator) joints++
      if (joints > (opensOnly(classes[start]!) ? 0 : 2)) break
      if (last === WordClass.verb && end - start > 1) {
        if (isNounInDisguise(classes, end - 1, start)) spans.push({ start, end })
        break
      }
      if (classes[start] === WordClass.verb && end - start > 3) break
      if (last === WordClass.article && end - 2 >= start && !isJoint(classes[end - 2]!)) break
      if (end - start === 1 ? canStandAlone(last) : canClose(last) || isNounInDisguise(classes, end - 1, start))
        spans.push({ start, end })
    }
  }
  return spans
}

const longestBracket = 5

/** Where a bracket closes that is short, plain and followed by more of the term; -1 if it is no part of one. */
function bracketEnd(classes: Uint8Array | number[], opening: number): number {
  for (let at = opening + 1; at < Math.min(classes.length, opening + longestBracket + 2); at++) {
    if (classes[at] === WordClass.wall || classes[at] === WordClass.opening) return -1
    if (classes[at] !== WordClass.closing) continue
    const next = classes[at + 1]
    return next !== undefined && (canOpen(next) || next === WordClass.opening) ? at + 1 : -1
  }
  return -1
}

/** Where a quotation that opens a longer name is over ("Great Wall" International Forum); where it began if it opens none. */
function quotationBefore(classes: Uint8Array | number[], start: number): number {
  const end = (classes as Uint8Array).indexOf(WordClass.quoted, start)
  if (end < 0 || !canOpen(classes[end + 1] ?? WordClass.wall)) return start
  for (let at = start + 1; at < end; at++) if (!canStandInside(classes[at]!)) return start
  return end + 1
}

/** "fixed pay", "the common cold": what follows an adjective and ends the phrase is its noun, whatever the tagger calls it. */
function isNounInDisguise(classes: Uint8Array | number[], at: number, start: number): boolean {
  const isHead = classes[at] === WordClass.verb || classes[at] === WordClass.adjective
  for (let before = start; before < at; before++) if (classes[before] === WordClass.noun) return false
  const before = classes[at - 1]
  return (
    isHead &&
    at > start &&
    (before === WordClass.adjective || before === WordClass.participle) &&
    !isContent(classes[at + 1] ?? WordClass.wall)
  )
}

const canOpen = (wordClass: number): boolean => isContent(wordClass) && wordClass !== WordClass.suffix

/** "carry trade", "locally incorporated bank" are terms; "made of steel" is none. */
const opensOnly = (wordClass: number): boolean => wordClass === WordClass.verb || wordClass === WordClass.adverb

const canStandAlone = (wordClass: number): boolean =>
  isContent(wordClass) && wordClass !== WordClass.number && wordClass !== WordClass.adverb

const canClose = (wordClass: number): boolean =>
  wordClass === WordClass.noun || wordClass === WordClass.participle || wordClass === WordClass.number

const isJoint = (wordClass: number): boolean => wordClass === WordClass.connector || wordClass === WordClass.coordinator

const canStandInside = (wordClass: number): boolean =>
  !isMark(wordClass) && wordClass !== WordClass.wall && wordClass !== WordClass.grammar

/** In a language without a tagger: stretches of up to five words that neither begin nor end with a word of grammar. */
export function untaggedSpans(classes: Uint8Array | number[]): TokenSpan[] {
  const spans: TokenSpan[] = []
  for (let start = 0; start < classes.length; start++) {
    if (!isContent(classes[start]!) || classes[start] === WordClass.number) continue
    let joints = 0
    for (let end = start + 1; end <= Math.min(classes.length, start + 6); end++) {
      const last = classes[end - 1]!
      if (isMark(last) || last === WordClass.wall) break
      if (!isContent(last)) joints++
      if (joints > 2) break
      if (isContent(last) && end - start - joints <= 4) spans.push({ start, end })
    }
  }
  return spans
}
