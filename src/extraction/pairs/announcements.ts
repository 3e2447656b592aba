/** What a bracket says before a short form, language by language: data. */
const phrases: Readonly<Record<string, string>> = {
  en: 'abbreviated as|abbreviated|abbr.|abbr|hereinafter referred to as|hereinafter called|hereinafter|hereafter referred to as|hereafter|henceforth|also known as|in short|or',
  de: 'im Folgenden|im folgenden|nachfolgend|nachstehend|in der Folge|kurz|abgekürzt|Abk.|auch',
  fr: 'ci-après dénommée|ci-après dénommé|ci-après désignée|ci-après désigné|ci-après appelée|ci-après appelé|ci-après|en abrégé|abrégée|abrégé',
  es: 'en adelante|en lo sucesivo|denominada|denominado|también|por sus siglas en inglés|por sus siglas|abreviado',
  pt: 'doravante denominada|doravante denominado|doravante|adiante designada|adiante designado|a seguir',
  it: "di seguito denominata|di seguito denominato|di seguito|in seguito|d'ora in poi|d’ora in poi|in breve|abbreviato",
  nl: 'hierna genoemd|hierna te noemen|hierna|afgekort|kortweg',
  cs: 'dále jen|dále|zkráceně|zkratka',
  ru: 'далее именуемая|далее именуемое|далее именуемый|далее по тексту|далее|сокращённо|сокращенно|сокр.|или',
}

/** Small, for LA and DAS can be short forms themselves. */
const articles = "the|der|die|das|la|le|les|l'|l’|el|los|las|o|os|as|il|lo|de|het|ou"

const alternatives = (list: string): string =>
  list
    .split('|')
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .map((phrase) => phrase.replaceAll(/[.\\]/gu, '\\$&') + (/[\p{L}]$/u.test(phrase) ? '(?![\\p{L}\\p{N}.-])' : ''))
    .join('|')

const marks = /^[\s,:"“„”'‘«»‹–—-]+/u
const phrase = new RegExp(`^(?:${alternatives(Object.values(phrases).join('|'))})`, 'iu')
const article = new RegExp(`^(?:${alternatives(articles)})`, 'u')

/** How much of a bracket's beginning is quotation marks, dashes and announcing words. */
export function announcementLength(inside: string): number {
  let at = 0
  for (let found: RegExpExecArray | undefined; ; at += found[0].length) {
    const rest = inside.slice(at)
    found = marks.exec(rest) ?? phrase.exec(rest) ?? article.exec(rest) ?? undefined
    if (!found) return at
  }
}
