/** What CC-CEDICT says of one headword, as alignment wants it. */
export interface Gloss {
  /** Translations, cleaned: "to cooperate" is "cooperate", "Shanghai, municipality …" is "Shanghai". */
  phrases: string[]
  /** Capital letters in brackets behind a name: 上海合作组织 → SCO. */
  acronyms: string[]
}

const notATranslation = /^(?:CL:|variant of|old variant|see |see also|also written|also pr\.|abbr\. for|Taiwan pr\.|erhua|used in|surname |same as|equivalent to|\(|Japanese variant|unofficial variant|ancient variant)/i
const bracketed = /\([^()]*\)|\[[^\][]*\]/g
const acronym = /\(([A-Z][A-Za-z0-9&-]*[A-Z0-9])\)|\babbr\. (?:to|for) ([A-Z]{2,})\b/g

/** Acronyms are read before the brackets go; a capitalised gloss ends at its first comma, for what follows describes it. */
export function cleanGlosses(definitions: readonly string[]): Gloss {
  const phrases = new Set<string>()
  const acronyms = new Set<string>()
  for (const definition of definitions) {
    for (const match of definition.matchAll(acronym)) acronyms.add(match[1] ?? match[2]!)
    const surname = /^surname (\p{Lu}\p{L}+)/u.exec(definition)?.[1]
    if (surname) phrases.add(surname)
    for (const part of definition.split(';')) {
      const phrase = cleanPhrase(part)
      if (phrase) phrases.add(phrase)
    }
  }
  return { phrases: [...phrases], acronyms: [...acronyms] }
}

function cleanPhrase(part: string): string | null {
  const trimmed = part.trim()
  if (notATranslation.test(trimmed)) return null
  let phrase = trimmed.replaceAll(bracketed, ' ')
  if (/[\u3400-\u9fff]/.test(phrase)) phrase = phrase.split(/[\u3400-\u9fff]/)[0]!.replace(/\b(?:of|for|see|from)\s*$/i, '')
  if (/^\p{Lu}/u.test(phrase)) phrase = phrase.split(',')[0]!
  phrase = phrase
    .replaceAll(/["“”]/g, '')
    .replace(/^(?:fig\.|lit\.|esp\.|also|coll\.)\s+/i, '')
    .replace(/^(?:to be|to|the|an?) /i, '')
    .replaceAll(/\b(?:sb|sth|oneself|one's|etc)\b\.?(?:'s)?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,.:/-]+|[\s,.:/-]+$/g, '')
  const words = phrase.split(' ').length
  return phrase.length > 0 && phrase.length <= 80 && words <= 8 && /[\p{L}\p{N}]/u.test(phrase) ? phrase : null
}
