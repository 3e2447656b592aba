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

export const citationRulesOf = (language: string): CitationRules => rules[language.split('-')[0]!.toLowerCase()] ?? plain

/** The form a dictionary would list: without article, small unless a name or abbreviation, singular where that is safe. */
export function citationForm(shown: readonly Shown[], language: string): string {
  const { articles, lastWord, commonNounsAreSmall } = citationRulesOf(language)
  const bare = shown.map((one) => ({ ...one, text: tidy(articles ? one.text.replace(articles, '') : one.text) })).filter(({ text }) => text)
  if (bare.length === 0) return tidy(shown[0]?.text ?? '')
  const telling = bare.filter(({ opensSentence, inTitle }) => !opensSentence && !inTitle)
  const chosen = mostFrequent((telling.length > 0 ? telling : bare).map(({ text }) => text))
  const isName = telling.length > 0 && telling.every(({ text }) => /\p{Lu}/u.test(text[0] ?? ''))
  const cased = !commonNounsAreSmall || isName ? chosen : small(chosen, telling.length === 0)
  return lastWord && !isName && !isAcronym(cased.split(' ').at(-1)!) ? withLastWord(cased, lastWord) : cased.replace(/(?<=\p{Lu}{2})s$/u, '')
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').trim()

const isAcronym = (word: string): boolean => /\p{Lu}.*\p{Lu}|\p{N}/u.test(word)

/** Small letters, but not inside abbreviations; of a title only the first word is surely large for the title's sake. */
function small(text: string, titleOnly: boolean): string {
  const words = text.split(' ')
  const large = words.filter((word) => /^\p{Lu}/u.test(word)).length
  if (titleOnly && words.length > 1 && large > 1 && !words.every((word) => word === word.toUpperCase())) return text
  return words.map((word) => (isAcronym(word) && !(titleOnly && word.length > 5) ? word : word.toLowerCase())).join(' ')
}

function withLastWord(text: string, change: (word: string) => string): string {
  const cut = Math.max(text.lastIndexOf(' '), text.lastIndexOf('-')) + 1
  return text.slice(0, cut) + change(text.slice(cut))
}

function mostFrequent(texts: string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1))[0]![0]
}
