import type { Lemmatise } from './lemmas/lemmatiser.js'
import { singularOf } from './singular.js'

/** A term as it stood in one place. */
export interface Shown {
  text: string
  /** The term opens its sentence, so a capital there says nothing. */
  opensSentence: boolean
  /** The sentence is set in capitals or title case, so no capital says anything. */
  inTitle: boolean
}

/** How a language writes the citation form of a term: data, one row a language. */
export interface CitationRules {
  /** Articles that do not belong to the term. */
  articles: RegExp | undefined
  /** The citation form of the last word, if the language has one that can be told safely. */
  lastWord?: (word: string) => string
  /** Whether a common noun is written small inside a sentence. */
  commonNounsAreSmall: boolean
}

const rules: Record<string, CitationRules> = {
  en: { articles: /^(?:the|a|an)\s+/iu, lastWord: singularOf, commonNounsAreSmall: true },
  fr: { articles: /^(?:l['’]|d['’]|(?:le|la|les|un|une|des|du|de)\s+)/iu, commonNounsAreSmall: true },
  es: { articles: /^(?:el|la|los|las|un|una|unos|unas)\s+/iu, commonNounsAreSmall: true },
  pt: { articles: /^(?:o|a|os|as|um|uma)\s+/iu, commonNounsAreSmall: true },
  it: { articles: /^(?:l['’]|(?:il|lo|la|i|gli|le|un|uno|una)\s+)/iu, commonNounsAreSmall: true },
  de: { articles: /^(?:der|die|das|den|dem|des|ein|eine|einer|eines|einem|einen)\s+/iu, commonNounsAreSmall: false },
}

const plain: CitationRules = { articles: undefined, commonNounsAreSmall: true }

export const citationRulesOf = (language: string): CitationRules =>
  rules[language.split('-')[0]!.toLowerCase()] ?? plain

/** Whether a word, written small, is an ordinary word of the corpus or of the language. */
export type IsOrdinary = (smallWord: string) => boolean

/** The form a dictionary would list: without article, small unless a name or abbreviation, singular where that is safe. */
export function citationForm(
  shown: readonly Shown[],
  language: string,
  isOrdinary: IsOrdinary = () => true,
  lemmatise: Lemmatise = (term) => term,
): string {
  const { articles, lastWord, commonNounsAreSmall } = citationRulesOf(language)
  const bare = shown
    .map((one) => ({ ...one, text: tidy(articles ? one.text.replace(articles, '') : one.text) }))
    .filter(({ text }) => text)
  if (bare.length === 0) return tidy(shown[0]?.text ?? '')
  const telling = bare.filter(({ opensSentence, inTitle }) => !opensSentence && !inTitle)
  const opening = bare.filter(({ inTitle }) => !inTitle)
  const chosen = mostFrequent(
    (telling.length > 0 ? telling : opening.length > 0 ? opening : bare).map(({ text }) => text),
  )
  const isName = telling.length > 0 && telling.every(({ text }) => /\p{Lu}/u.test(text[0] ?? ''))
  const cased =
    !commonNounsAreSmall || telling.length > 0
      ? chosen
      : opening.length > 0
        ? openedSmall(chosen, isOrdinary)
        : titleSmall(chosen, isOrdinary)
  const last = cased.split(' ').at(-1)!
  if (!isName && !lastWord) return lemmatise(cased)
  if (isName || !lastWord) return cased.replace(/(?<=\p{Lu}{2})s$/u, '')
  if (complemented.test(cased)) return cased
  return isAcronym(last) ? cased.replace(/(?<=\p{Lu}{2})s$/u, '') : withLastWord(cased, lastWord)
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()

const isAcronym = (word: string): boolean => /\p{Lu}.*\p{Lu}|\p{N}/u.test(word)

/** "Ball valves leak": the sentence made the first word large, unless it is a name. */
function openedSmall(text: string, isOrdinary: IsOrdinary): string {
  const [first = '', ...others] = text.split(' ')
  const isSmall = !isAcronym(first) && isOrdinary(first.toLowerCase())
  return [isSmall ? first.toLowerCase() : first, ...others].join(' ')
}

/** "Closing Remarks": each word that is ordinary elsewhere was made large by the title. */
function titleSmall(text: string, isOrdinary: IsOrdinary): string {
  const isShouted = text === text.toUpperCase() && text.length > 6
  return text
    .split(' ')
    .map((word) => ((isShouted || !isAcronym(word)) && isOrdinary(word.toLowerCase()) ? word.toLowerCase() : word))
    .join(' ')
}

/** "trafficking of weapons": the last word is not the head, and stays as it is. */
const complemented = /\s(?:of|for|in|on|to|with|and|against|by|from)\s/u

function withLastWord(text: string, change: (word: string) => string): string {
  const cut = Math.max(text.lastIndexOf(' '), text.lastIndexOf('-')) + 1
  return text.slice(0, cut) + change(text.slice(cut))
}

function mostFrequent(texts: string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1))[0]![0]
}
