import { primaryLanguage, type LanguageTag } from '../../../shared/language-tag.js'
import type { Morphology, Paradigm } from './paradigm.js'
import { czech } from './czech.js'
import { german } from './german.js'
import { french, italian, portuguese, spanish } from './romance.js'
import { russian } from './russian.js'

const morphologies: Readonly<Record<string, Morphology>> = {
  es: spanish,
  pt: portuguese,
  fr: french,
  it: italian,
  ru: russian,
  cs: czech,
  de: german,
}

/** How often a lower-case word form stands in the corpus. */
export type CountOf = (form: string) => number

/**
 * Puts a term into its dictionary form; a term whose words say too little stays as it was.
 * @param isOne the other language names one of it, so that a plural is a form and not the name
 */
export type Lemmatise = (term: string, isOne?: boolean) => string

/** Whether terms of a language can have a dictionary form other than the one they stood in. */
export const hasParadigms = (language: LanguageTag): boolean => Object.hasOwn(morphologies, primaryLanguage(language))

/** Whether a dictionary form that the corpus does not hold may be cited. */
export const tellsLemmas = (language: LanguageTag): boolean =>
  morphologies[primaryLanguage(language)]?.citesWhatStands !== true

/**
 * Dictionary forms without a dictionary: of the paradigms that a word form fits, the one most of whose other forms stand in the
 * corpus (unsupervised learning of paradigms, Goldsmith 2001, over given endings). Languages without paradigms keep every form.
 */
export function lemmatiserOf(language: LanguageTag, countOf: CountOf): Lemmatise {
  const morphology = morphologies[primaryLanguage(language)]
  if (!morphology) return (term) => term
  const known = new Map<string, Reading | undefined>()
  const read = (word: string): Reading | undefined => {
    const key = morphology.nounsAreLarge ? word : word.toLowerCase()
    if (!known.has(key)) known.set(key, readingOf(word, morphology, countOf))
    return known.get(key)
  }
  const readAsOne = (word: string): Reading | undefined => {
    const reading = read(word)
    return reading && { ...reading, isPlural: false }
  }
  return (term, isOne = false) =>
    /\p{Ll}/u.test(term) ? citedPhrase(term, morphology, isOne ? readAsOne : read) : term
}

/** What a word form is taken for. */
interface Reading {
  stem: string
  /** Undefined for an irregular form, whose stem is the whole lemma. */
  paradigm: Paradigm | undefined
  /** The corpus says it in the plural. */
  isPlural: boolean
}

const shortestStem = 3

function readingOf(spelled: string, morphology: Morphology, countOf: CountOf): Reading | undefined {
  const { paradigms, irregular, pluralFrom, nounsAreLarge } = morphology
  const word = spelled.toLowerCase()
  const isLarge = spelled !== word
  if (Object.hasOwn(irregular, word)) return { stem: irregular[word]!, paradigm: undefined, isPlural: false }
  let best: Reading | undefined
  let most = 0
  for (const paradigm of paradigms) {
    if (nounsAreLarge && isLarge === (paradigm.agreeing !== undefined)) continue
    for (const ending of endingsOf(paradigm)) {
      if (!word.endsWith(ending)) continue
      const stem = word.slice(0, word.length - ending.length)
      if (stem.length < (paradigm.isTelling ? 2 : shortestStem) || (paradigm.after && !paradigm.after.test(stem)))
        continue
      const { forms, weight, plural } = evidenceFor(stem, paradigm, countOf)
      if ((forms < 2 && !paradigm.isTelling) || weight <= most + 1e-9) continue
      most = weight
      best = { stem, paradigm, isPlural: plural > pluralFrom }
    }
  }
  return best
}

const endingsOf = ({ singular, plural }: Paradigm): Set<string> => new Set([...singular, ...plural])

/** The forms of a paradigm that the corpus holds (its citation form speaks louder), and how many of them are plural. */
function evidenceFor(stem: string, paradigm: Paradigm, countOf: CountOf) {
  const { singular, plural, isTelling } = paradigm
  let forms = 0
  let weight = isTelling ? 0.5 : 0
  const counts = { singular: 0, plural: 0 }
  for (const ending of endingsOf(paradigm)) {
    const count = countOf(stem + ending)
    if (count === 0) continue
    forms++
    weight += (ending === singular[0] ? 1.5 : 1) * Math.log(1 + count)
    const [one, many] = [singular.includes(ending), plural.includes(ending)]
    if (one !== many) counts[one ? 'singular' : 'plural'] += count
  }
  return { forms, weight, plural: counts.plural / Math.max(1, counts.singular + counts.plural) }
}

function citedPhrase(term: string, morphology: Morphology, read: (word: string) => Reading | undefined): string {
  const parts = term.split(/([\s\u00a0]+|(?<=[’']))/u)
  const head: { at: number; reading: Reading }[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const word = parts[at]!
    if (morphology.joints.has(word.toLowerCase())) break
    const isWord = /^[\p{L}\p{M}-]+$/u.test(word) && !/\p{Lu}.*\p{Lu}/u.test(word)
    const reading = isWord ? readLastPart(word, read) : undefined
    if (reading) head.push({ at, reading })
    if (morphology.headEndsPhrase && (!reading || !reading.paradigm?.agreeing)) break
  }
  const noun = (morphology.headEndsPhrase ? head.findLast(({ reading }) => reading.paradigm?.gender) : head[0])?.reading
  if (noun?.isPlural && !morphology.headEndsPhrase) return term
  if (!noun && morphology.headEndsPhrase && parts.length > 1) return term
  for (const { at, reading } of head) parts[at] = written(parts[at]!, reading, noun)
  return parts.join('')
}

/** Of тест-наборов, only the last part inflects. */
const readLastPart = (word: string, read: (word: string) => Reading | undefined): Reading | undefined =>
  read(word.slice(word.lastIndexOf('-') + 1))

function written(word: string, { stem, paradigm }: Reading, noun: Reading | undefined): string {
  const from = word.lastIndexOf('-') + 1
  const part = word.slice(from)
  const lemma = stem + (paradigm ? endingBeside(noun, paradigm) : '')
  return word.slice(0, from) + (/^\p{Lu}/u.test(part) ? lemma[0]!.toUpperCase() + lemma.slice(1) : lemma)
}

function endingBeside(noun: Reading | undefined, { agreeing, singular, plural }: Paradigm): string {
  if (agreeing) return agreeing[noun?.isPlural ? 'plural' : (noun?.paradigm?.gender ?? 'm')]
  return (noun?.isPlural ? plural : singular)[0]!
}
