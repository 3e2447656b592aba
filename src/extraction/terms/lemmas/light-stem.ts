import { primaryLanguage, type LanguageTag } from '../../../shared/language-tag.js'

/** Takes the endings of number, case and gender off a lower-case word, and nothing that makes another word of it: вирусами is вирус, вирусный is not. */
export type LightStem = (word: string) => string

/** What is replaced, in this order, each rule once at most; what is left must keep three letters, four where a rule says so. */
type Rule = readonly [ending: RegExp, instead: string, leastLeft?: number]

/** Gender is folded in adjectives and participles only, because nouns differ by it: caso is no casa, punto no punta. */
const romanceAgreement: Rule = [/(?<=(?:ad|id|ic|os|iv|ari|ori|ut|at|it))[oa]$/u, '', 4]

/** Light stemmers after Savoy 2006 (Romance, German) and Dolamic and Savoy 2009 (Czech, Russian): data, one row a language. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  fr: [
    [/aux$/u, 'al'],
    [/[sx]$/u, ''],
    [/e$/u, ''],
    [/([nlt])\1$/u, '$1'],
  ],
  es: [[/ces$/u, 'z'], [/(?<=[aeiouáéíóú][lnrdsz])es$/u, ''], [/(?<=[aeo])s$/u, ''], [/ón$/u, 'on'], romanceAgreement],
  pt: [
    [/(?:ções|cões)$/u, 'ção'],
    [/ões$/u, 'ão'],
    [/ns$/u, 'm'],
    [/ais$/u, 'al'],
    [/(?<=[aeiou][rsz])es$/u, ''],
    [/(?<=[aeoã])s$/u, ''],
    romanceAgreement,
  ],
  it: [
    [/(?<=[cg])h(?=[ei]$)/u, ''],
    [/(?<=(?:at|ut|it|ic|os|iv|ari|ori))a$/u, '', 4],
    [/[oei]$/u, ''],
  ],
  de: [
    [/ä/gu, 'a'],
    [/ö/gu, 'o'],
    [/ü/gu, 'u'],
    [/ß/gu, 'ss'],
    [/innen$/u, 'in'],
    [/(?<=[^s])s$/u, '', 4],
    [/ern$/u, 'er', 4],
    [/(?:em|en|er|es)$/u, '', 4],
    [/[en]$/u, '', 4],
  ],
  nl: [
    [/(?<=[^s])s$/u, '', 4],
    [/(?:en|e)$/u, '', 4],
    [/([bdfgklmnprst])\1$/u, '$1'],
    [/([aeou])\1(?=[bdfgklmnprst]$)/u, '$1'],
  ],
  ru: [
    [/ё/gu, 'е'],
    [/(?:иями|ями|ами|иях|ях|ах|иям|ям|ам|ией)$/u, ''],
    [/(?:ыми|ими|ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ом|ем|ую|юю)$/u, ''],
    [/(?:иев|ев|ов|ей|ью|ия|ии|ию|ья|ьи)$/u, ''],
    [/[аяоеуюыийь]$/u, ''],
  ],
  cs: [
    [/(?:atech|ětem|ata|aty)$/u, ''],
    [/(?:ími|ými|ích|ých|ého|ému|ami|ách|ech|emi|ímu|ího|ovi|ové|ům|ím|ým|ou|ám|em|es)$/u, ''],
    [/[aeiouyáéíýěů]$/u, ''],
    [/(?<=[^i])c$/u, 'k', 4],
  ],
  id: [[/nya$/u, '', 4]],
}

const shortestStem = 3

/** Languages without rules keep their words. */
export function lightStemOf(language: LanguageTag): LightStem | undefined {
  const own = rules[primaryLanguage(language)]
  return own && ((word) => stripped(word, own))
}

function stripped(word: string, own: readonly Rule[]): string {
  if (!/\p{Ll}/u.test(word)) return word
  let stem = word
  for (const [ending, instead, leastLeft = shortestStem] of own) {
    const next = stem.replace(ending, instead)
    if (next.length >= leastLeft) stem = next
  }
  return stem
}
