import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as russian } from '@orama/stemmers/russian'
import type { LanguageTag } from '../../shared/language-tag.js'
import { languageOf } from '../languages/index.js'
import { lightStemOf } from '../terms/lemmas/light-stem.js'

const stemmers: Record<string, (word: string) => string> = {
  english,
  french,
  german,
  spanish,
  portuguese,
  italian,
  dutch,
  russian,
}

/**
 * The form under which alignment knows a word: lower case, stemmed after Snowball (Porter 2001) until another step changes nothing, so that
 * a dictionary's "defense" and a text's "defence"-less "defenses" meet. Languages without a Snowball stemmer: their endings, or lower case.
 */
export function stemmerOf(tag: LanguageTag): (word: string) => string {
  const { stemmer } = languageOf(tag)
  const stem = stemmer ? stemmers[stemmer] : lightStemOf(tag)
  const known = new Map<string, string>()
  return (word) => {
    let found = known.get(word)
    if (found === undefined) known.set(word, (found = stemOf(word.toLowerCase(), stem)))
    return found
  }
}

const stemOf = (lower: string, stem: ((word: string) => string) | undefined): string =>
  stem && /\p{L}/u.test(lower) ? untilStable(stem, lower) : lower

function untilStable(stem: (word: string) => string, word: string): string {
  for (let at = word, i = 0; ; i++) {
    const next = stem(at)
    if (next === at || next === '' || i === 5) return at
    at = next
  }
}
