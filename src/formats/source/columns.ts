import { canonicalLanguage, primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'

/** The declared pair of languages. */
export interface Languages {
  source: LanguageTag
  target: LanguageTag
}

/** The scripts of languages that are not written in Latin letters. */
const scripts: Record<string, RegExp> = {
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  bg: /\p{Script=Cyrillic}/gu,
  sr: /[\p{Script=Cyrillic}\p{Script=Latin}]/gu,
  el: /\p{Script=Greek}/gu,
  ar: /\p{Script=Arabic}/gu,
  fa: /\p{Script=Arabic}/gu,
  he: /\p{Script=Hebrew}/gu,
  th: /\p{Script=Thai}/gu,
  hi: /\p{Script=Devanagari}/gu,
}
const latin = /\p{Script=Latin}/gu

const scriptOf = (language: LanguageTag): RegExp => scripts[primaryLanguage(language)] ?? latin

/** Letters of the language's script, as a share of all letters of a text, 0..1. */
export function shareOfScript(text: string, language: LanguageTag): number {
  const letters = text.match(/\p{Letter}/gu)?.length ?? 0
  return letters === 0 ? 0 : (text.match(scriptOf(language))?.length ?? 0) / letters
}

type Columns = [first: string, second: string]

/** How well two columns fit the two languages, 0..2. */
function columnFit([first, second]: Columns, { source, target }: Languages): number {
  return shareOfScript(first, source) + shareOfScript(second, target)
}

const turned = ({ source, target }: Languages): Languages => ({ source: target, target: source })

/** True when the columns are better read from right to left. */
export function runsTheOtherWay(columns: Columns, languages: Languages): boolean {
  return columnFit(columns, turned(languages)) > columnFit(columns, languages)
}

/** Two columns in one language (term, explanation) are no translation. Languages of one script cannot be told apart here. */
export function inBothLanguages(columns: Columns, languages: Languages): boolean {
  return Math.max(columnFit(columns, languages), columnFit(columns, turned(languages))) > 1.1
}

/** What people call a language beside its code and its names in the languages of the pair. */
const otherNames: Record<string, string[]> = {
  zh: ['中文', '汉语', '漢語', '中', '汉', 'chinese', 'chs', 'cht', '简体中文', '繁體中文', '简体', '繁體'],
  en: ['英文', '英语', '英語', '英', 'english'],
  ja: ['日文', '日语', '日本語', 'japanese'],
  ko: ['韩文', '韩语', '한국어', 'korean'],
}

const namesKnown = new Map<string, Set<string>>()

/** The codes and names that a heading or a file name may call a language by, in lower case. */
function namesOf(language: LanguageTag, readers: LanguageTag[]): Set<string> {
  // Asked for every part of every name of an archive: what Intl said once is remembered.
  const key = [language, ...readers].join(' ')
  let known = namesKnown.get(key)
  if (!known) namesKnown.set(key, (known = collectNames(language, readers)))
  return known
}

function collectNames(language: LanguageTag, readers: LanguageTag[]): Set<string> {
  const primary = primaryLanguage(language)
  const names = readers.flatMap((reader) => {
    const display = new Intl.DisplayNames(reader, { type: 'language' })
    return [display.of(language), display.of(primary)]
  })
  const all = [language, primary, ...names, ...(otherNames[primary] ?? [])]
  return new Set(all.flatMap((name) => name?.toLowerCase() ?? []))
}

/** Which of the two languages a heading or a part of a file name names, or null. */
export function languageNamed(heading: string, languages: Languages): 'source' | 'target' | null {
  const written = heading.trim().toLowerCase()
  const readers = [languages.source, languages.target, 'en']
  const code = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/.test(written) ? canonicalLanguage(written) : null
  for (const side of ['source', 'target'] as const) {
    if (namesOf(languages[side], readers).has(written)) return side
    if (code && primaryLanguage(code) === primaryLanguage(languages[side])) return side
  }
  return null
}
