/** What CC-CEDICT says of one headword, as alignment wants it. */
export interface Gloss {
  /** Translations, cleaned: "to cooperate" is "cooperate", "Shanghai, municipality …" is "Shanghai". */
  phrases: string[]
  /** Capital letters in brackets behind a name: 上海合作组织 → SCO. */
  acronyms: string[]
  /** Headwords, in simplified script, that mean the same: "abbr. for 印度", "variant of 和". */
  references: string[]
}

const notATranslation =
  /^(?:CL:|also pr\.|Taiwan pr\.|erhua|used (?:in|before|after|to)\b|surname |classifier for|indicates|unofficial variant)/i
const reference =
  /\b(?:abbr\. for|variant of|see(?: also)?|also written|same as|equivalent to)\s+(?:[\u3400-\u9fff·]+\|)?([\u3400-\u9fff·]+)/giu
const bracketed = /\([^()]*\)|\[[^\][]*\]/g
const acronym = /\(([A-Z][A-Za-z0-9&-]*[A-Z0-9])\)|\babbr\. (?:to|for) ([A-Z]{2,})\b/g

/** Acronyms are read before the brackets go. */
export function cleanGlosses(definitions: readonly string[]): Gloss {
  const phrases = new Set<string>()
  const acronyms = new Set<string>()
  const references = new Set<string>()
  for (const definition of definitions) {
    for (const match of definition.matchAll(acronym)) acronyms.add(match[1] ?? match[2]!)
    for (const match of definition.matchAll(reference)) references.add(match[1]!)
    const surname = /^surname (\p{Lu}\p{L}+)/u.exec(definition)?.[1]
    if (surname) phrases.add(surname)
    for (const part of definition.replaceAll(bracketed, ' ').split(';')) {
      const phrase = cleanPhrase(part.trim())
      if (phrase) phrases.add(phrase)
    }
  }
  return { phrases: [...phrases], acronyms: [...acronyms], references: [...references] }
}

/** A capitalised gloss ends at its first comma, for what follows describes it; behind a Chinese word stands what that means. */
function cleanPhrase(part: string): string | null {
  if (notATranslation.test(part)) return null
  let phrase = part
  if (/[\u3400-\u9fff]/.test(phrase))
    phrase = /^abbr\. for [^,]*[\u3400-\u9fff][^,]*,(.*)$/iu.exec(phrase)?.[1] ?? textBeforeChinese(phrase)
  phrase = phrase.trim()
  if (/^\p{Lu}/u.test(phrase)) phrase = phrase.split(',')[0]!
  phrase = phrase
    .replaceAll(/["“”]/g, '')
    .replace(/^(?:fig\.|lit\.|esp\.|also|coll\.)\s+/i, '')
    .replace(/^(?:to be|to|the|an?) (?=\S)/i, '')
    .replaceAll(/\b(?:sb|sth|oneself|one's|etc)\b\.?(?:'s)?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,.:/-]+|[\s,.:/-]+$/g, '')
  const words = phrase.split(' ').length
  return phrase.length > 0 && phrase.length <= 80 && words <= 8 && /[\p{L}\p{N}]/u.test(phrase) ? phrase : null
}

const textBeforeChinese = (phrase: string): string =>
  /^(?:(?:old|ancient|Japanese) )?(?:variant of|abbr\. for|see|also written|same as|equivalent to)\b/i.test(phrase)
    ? ''
    : phrase.split(/[\u3400-\u9fff]/)[0]!.replace(/\b(?:of|for|see|from)\s*$/i, '')
