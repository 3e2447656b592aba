import { canonicalLanguage, type LanguageTag } from '../../shared/language-tag.js'

/** Languages that people write tables in, each called by its name in these languages. */
const named =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi yue zh zh-Hans zh-Hant pt-BR en-GB en-US fr-CA es-MX'
const namedIn = ['en', 'zh', 'zh-Hant', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'ja', 'ko']

/** What people say and no list of names has. */
const colloquial: Record<string, LanguageTag> = {
  'chinese (simplified)': 'zh-Hans',
  'chinese (traditional)': 'zh-Hant',
  'chinese simplified': 'zh-Hans',
  'chinese traditional': 'zh-Hant',
  mandarin: 'zh',
  汉语: 'zh',
  漢語: 'zh',
  中文: 'zh',
  华语: 'zh',
  简体: 'zh-Hans',
  简中: 'zh-Hans',
  繁体: 'zh-Hant',
  繁體: 'zh-Hant',
  英文: 'en',
  日文: 'ja',
  德文: 'de',
  法文: 'fr',
  俄文: 'ru',
  韩文: 'ko',
  韓文: 'ko',
  西文: 'es',
  意文: 'it',
  葡文: 'pt',
  'english (uk)': 'en-GB',
  'english (us)': 'en-US',
}

let names: Map<string, LanguageTag> | undefined

/** Names in lower case -> tag, the longest first. */
export function languageNames(): Map<string, LanguageTag> {
  if (names) return names
  const found: [string, LanguageTag][] = Object.entries(colloquial)
  for (const locale of namedIn) {
    const display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
    for (const code of named.split(' ')) {
      const name = display.of(code)?.toLowerCase()
      if (name && name.length > 1) found.push([name, code])
    }
  }
  names = new Map(found.reverse().sort(([a], [b]) => b.length - a.length))
  return names
}

const displayed = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** `zh-CN`, `en_US`, `Deutsch`, `英文` -> tag; null for what is no code of a language with a name, and no name. */
export function languageOfTitle(title: string): LanguageTag | null {
  const plain = title.trim()
  const byName = languageNames().get(plain.toLowerCase())
  if (byName) return byName
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(plain)) return null
  const canonical = canonicalLanguage(plain)
  // Codes of three letters are also words and abbreviations: SCO is seldom Scots.
  const isUsual = canonical !== null && (/^[a-z]{2}(-|$)/.test(canonical) || named.split(' ').includes(canonical))
  return isUsual && displayed.of(canonical) ? canonical : null
}
