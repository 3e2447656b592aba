import { isContent, WordClass } from '../terms/word-classes.js'
import { textOf, type AnalysedPair, type AnalysedPairs, type AnalysedSide, type Knowledge } from './analysed.js'
import { tokensWithin } from './definitions-of.js'
import { initialsLink, type NameDictionary } from './initials.js'
import { headLength } from './name-heads.js'
import { projectSpan, type Posterior } from './project-span.js'

type Range = { start: number; end: number }

/** Where the other language's name stands, and how much of it the alignment accounts for. */
export interface NamePlace extends Range {
  accounted: number
}

/**
 * The other language's name for a defined long form. "…Mechanism (QCCM), a counter-terrorism … mechanism by the militaries of A, B
 * and C" says in an apposition what the other language packs into the name itself, so long form and apposition are projected
 * together; the result counts when it ends with the head of the long form and holds no grammar but lists.
 */
export function nameInOtherLanguage(pair: AnalysedPair, knowledge: Knowledge, long: Range): NamePlace | undefined {
  const posterior = knowledge.posterior(pair)
  const isJoined = pair.term.classes.subarray(long.start, long.end).includes(WordClass.coordinator)
  const plain = projectSpan(posterior, long, pair.term.classes, pair.answer.classes).filter(
    ({ start, end }) => isJoined || !pair.answer.classes.subarray(start, end).includes(WordClass.coordinator),
  )
  const strongest = plain.toSorted((a, b) => strength(b) - strength(a) || a.start - b.start)[0]
  const apposition = appositionAfter(pair.term, long)
  if (apposition) {
    const together = projectSpan(
      posterior,
      { start: long.start, end: apposition },
      pair.term.classes,
      pair.answer.classes,
    )[0]
    if (
      together &&
      isWider(together, strongest) &&
      isOneChunk(pair.answer, together) &&
      isHeadOf(together, long, pair, posterior, knowledge)
    )
      return { ...leadingVerbsTrimmed(pair.answer, together), accounted: together.answered }
  }
  if (!strongest) return undefined
  const isWhole = headLength(textOf(pair.answer, strongest), knowledge.answerLanguage) > 0
  const widest = isWhole
    ? strongest
    : (plain.filter((one) => one.cut === 1 && one.end >= strongest.end).at(-1) ?? strongest)
  return { start: widest.start, end: widest.end, accounted: strongest.coverage }
}

/** Where the apposition repeats the words of the name, it may have taken them: alone the name then finds a part of its counterpart. */
const isWider = (one: Range, other: Range | undefined): boolean =>
  !other || (one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start)

/** The last word of the long form is what the last word of the name says. */
function isHeadOf(
  name: Range,
  long: Range,
  { term, answer }: AnalysedPair,
  posterior: Posterior,
  knowledge: Knowledge,
): boolean {
  const [head, last] = [long.end - 1, name.end - 1]
  return (
    posterior.probabilities[head * posterior.columns + last]! >= 0.2 ||
    knowledge.wordSupport(term.words[head]!, answer.words[last]!) >= 0.5
  )
}

const strength = ({ coverage, answered, leak }: { coverage: number; answered: number; leak: number }) =>
  coverage + answered - leak

/** ", a …" or ", the …" after the long form or its bracket: the token where the apposition ends. */
function appositionAfter(side: AnalysedSide, long: Range): number | undefined {
  const from = side.ends[long.end - 1]!
  const match = /^\s*(?:[(（][^()（）]{1,30}[)）])?\s*,\s*(?:an?|the)\s[^.;:!?—]+/u.exec(side.text.slice(from))
  if (!match) return undefined
  return tokensWithin(side, { start: from, end: from + match[0].length })?.end
}

const listMarks = new Set(['、', '和', '与', '與', '及', '以及', '的', '·'])

function isOneChunk(side: AnalysedSide, range: Range): boolean {
  for (let at = range.start; at < range.end; at++) {
    if (isContent(side.classes[at]!)) continue
    if (!listMarks.has(side.text.slice(side.starts[at]!, side.ends[at]!))) return false
  }
  return true
}

function leadingVerbsTrimmed(side: AnalysedSide, range: Range): Range {
  let { start } = range
  while (start < range.end - 1 && side.classes[start] === WordClass.verb) start++
  return { start, end: range.end }
}

/** An acronym without a definition, and the name in the other language that its letters agree with. */
export interface AcronymLink {
  pair: number
  acronym: Range
  name: Range
  score: number
  /** A dictionary gives the acronym this name. */
  isListed: boolean
}

const acronymPattern = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}][\p{L}\p{N}&-]{1,8}$/u
const linkFrom = 0.72
const sentencesTried = 3

/**
 * Looks for the full name of each acronym that no text explains, in the sentences where it stands. Letters alone mislead (切断人员渗透
 * is S-C-O too), so a name must look like one: it ends with the head of an organisation or a dictionary writes it large.
 */
export function acronymLinks(
  pairs: AnalysedPairs,
  explained: ReadonlySet<string>,
  dictionary: NameDictionary,
  answerLanguage: string,
  nameOf: (side: AnalysedSide, range: Range) => string,
  tie: (pair: AnalysedPair, acronym: Range, name: Range) => number,
): AcronymLink[] {
  const tried = new Map<string, number>()
  const known = new Map<string, number>()
  const found: AcronymLink[] = []
  for (const pair of pairs)
    for (let at = 0; at < pair.term.words.length; at++) {
      const acronym = pair.term.text.slice(pair.term.starts[at]!, pair.term.ends[at]!)
      if (!acronymPattern.test(acronym) || explained.has(acronym) || (tried.get(acronym) ?? 0) >= sentencesTried)
        continue
      if (pair.answer.text.includes(acronym)) continue
      tried.set(acronym, (tried.get(acronym) ?? 0) + 1)
      const best = bestName(acronym, at, pair, known, dictionary, answerLanguage, nameOf, tie)
      if (best) found.push(best)
    }
  return found
}

function bestName(
  acronym: string,
  at: number,
  pair: AnalysedPair,
  known: Map<string, number>,
  dictionary: NameDictionary,
  answerLanguage: string,
  nameOf: (side: AnalysedSide, range: Range) => string,
  tie: (pair: AnalysedPair, acronym: Range, name: Range) => number,
): AcronymLink | undefined {
  let best: AcronymLink | undefined
  const listed = dictionary.namesOf(acronym)
  for (const range of nominalStretches(pair.answer)) {
    const name = nameOf(pair.answer, range)
    if (name.length < 3 || name.length > 18 || contradicts(name, listed)) continue
    const key = `${acronym}\t${name}`
    const agreement =
      known.get(key) ??
      agreementOf(acronym.replace(/s$/u, ''), name, dictionary) + looksLikeName(name, dictionary, answerLanguage)
    known.set(key, agreement)
    const startsWithVerb = pair.answer.classes[range.start] === WordClass.verb ? 0.15 : 0
    const score = agreement - startsWithVerb + 0.1 * tie(pair, { start: at, end: at + 1 }, range)
    if (score >= linkFrom + 0.1 && (!best || score > best.score))
      best = {
        pair: pair.number,
        acronym: { start: at, end: at + 1 },
        name: range,
        score,
        isListed: listed.includes(name),
      }
  }
  return best && { ...best, score: Math.min(1, best.score) }
}

/** Letters out of order agree with almost anything. */
function agreementOf(acronym: string, name: string, dictionary: NameDictionary): number {
  const { score, ordered } = initialsLink(acronym, name, dictionary)
  return score - 0.5 * (1 - ordered)
}

/** Where a dictionary knows what the acronym stands for, only that name or a short form of it will do. */
const contradicts = (name: string, listed: readonly string[]): boolean =>
  listed.length > 0 && !listed.some((one) => one === name || isContraction(name, one) || isContraction(one, name))

function looksLikeName(name: string, dictionary: NameDictionary, language: string): number {
  const isListedLarge = dictionary.englishOf(name).some((gloss) => /^\p{Lu}/u.test(gloss))
  return (headLength(name, language) > 0 ? 0.1 : -0.15) + (isListedLarge ? 0.15 : 0)
}

/** Stretches of two to eight content words. */
function nominalStretches(side: AnalysedSide): Range[] {
  const found: Range[] = []
  for (let start = 0; start < side.words.length; start++) {
    for (let end = start + 1; end <= Math.min(side.words.length, start + 8); end++) {
      if (!isContent(side.classes[end - 1]!)) break
      found.push({ start, end })
    }
  }
  return found
}

/** 金管局 for 香港金融管理局: the short form's characters stand in the long one in their order, the first opening a part of it. */
export function isContraction(short: string, long: string): boolean {
  if (short.length >= long.length || short.length < 2) return false
  let at = -1
  for (const character of short) {
    at = long.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}
