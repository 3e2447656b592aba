import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { arabic, japanese, korean, thai } from './asian.js'
import { english } from './en.js'
import { czech, dutch, french, german, indonesian, italian, portuguese, russian, spanish } from './european.js'
import type { Language } from './language.js'
import { chinese } from './zh.js'

export type { Language } from './language.js'

const known: readonly Language[] = [
  chinese,
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  czech,
  indonesian,
  russian,
  japanese,
  korean,
  thai,
  arabic,
]

const byCode = new Map(known.map((language) => [language.code, language]))

/** Scripts of languages we have no data for, where they are not written in Latin letters. */
const scriptOf: Record<string, string> = {
  uk: 'Cyrillic',
  bg: 'Cyrillic',
  sr: 'Cyrillic',
  mk: 'Cyrillic',
  be: 'Cyrillic',
  kk: 'Cyrillic',
  mn: 'Cyrillic',
  el: 'Greek',
  he: 'Hebrew',
  yi: 'Hebrew',
  fa: 'Arabic',
  ur: 'Arabic',
  ug: 'Arabic',
  ps: 'Arabic',
  hi: 'Devanagari',
  mr: 'Devanagari',
  ne: 'Devanagari',
  bn: 'Bengali',
  ta: 'Tamil',
  te: 'Telugu',
  ka: 'Georgian',
  hy: 'Armenian',
  am: 'Ethiopic',
  my: 'Myanmar',
  km: 'Khmer',
  lo: 'Lao',
}

const spaceless = new Set(['my', 'km', 'lo', 'yue', 'wuu', 'lzh'])

/** What is known of a language; one without data is taken for a language with spaces and no stop words. */
export function languageOf(tag: LanguageTag): Language {
  const code = primaryLanguage(tag)
  if (code === 'yue' || code === 'cmn' || code === 'lzh' || code === 'wuu') return chinese
  return (
    byCode.get(code) ?? {
      code,
      scripts: [scriptOf[code] ?? 'Latin'],
      usesSpaces: !spaceless.has(code),
      stopWords: new Set(),
      abbreviations: new Set(),
      density: 1,
    }
  )
}

/** Whether two tags are written in one script, so that only their words tell them apart. */
export function shareScript(one: Language, other: Language): boolean {
  return one.scripts.some((script) => other.scripts.includes(script))
}
