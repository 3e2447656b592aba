import { DomainError } from './errors.js'

/** A BCP 47 language tag in canonical form, such as `zh`, `zh-Hant`, `en-GB`. */
export type LanguageTag = string

/** Codes met in the wild that are no BCP 47 tags but mean one. */
const legacy: Record<string, LanguageTag> = {
  'zh-chs': 'zh-Hans',
  'zh-cht': 'zh-Hant',
  eng: 'en',
  chi: 'zh',
  zho: 'zh',
  ger: 'de',
  deu: 'de',
  fre: 'fr',
  fra: 'fr',
  spa: 'es',
  rus: 'ru',
  jpn: 'ja',
  kor: 'ko',
  jp: 'ja',
  cn: 'zh',
}

/** The canonical tag (`en_us` -> `en-US`, `zh-CHS` -> `zh-Hans`), or null when it is none. */
export function canonicalLanguage(tag: string): LanguageTag | null {
  const plain = tag.trim().replaceAll('_', '-')
  const known = legacy[plain.toLowerCase()]
  if (known) return known
  if (!/^[a-z]{2,3}(-|$)/i.test(plain)) return null
  try {
    return Intl.getCanonicalLocales(plain)[0] ?? null
  } catch {
    return null
  }
}

/** The canonical tag, or a domain error that names the field. */
export function requireLanguage(tag: string, field = 'language'): LanguageTag {
  const canonical = canonicalLanguage(tag)
  if (canonical) return canonical
  throw new DomainError('invalid-input', `"${tag}" is not a language code.`, {
    remedy: 'Use a BCP 47 code such as zh, zh-Hant, en or en-GB.',
    fields: { [field]: ['must be a BCP 47 language code'] },
  })
}

/** The language without script and region: `zh-Hant-HK` -> `zh`. */
export function primaryLanguage(tag: LanguageTag): string {
  return tag.split('-')[0]!.toLowerCase()
}
