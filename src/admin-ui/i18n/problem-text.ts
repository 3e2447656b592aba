import type { sentences as Sentences, words as Words } from './problems.zh.js'

interface Pattern {
  pattern: RegExp
  text: string
  /** How much of the sentence is fixed: of several that fit, the most particular one is meant. */
  fixed: number
}

export interface Catalogue {
  sentences: typeof Sentences
  words: typeof Words
}

const compiled = new WeakMap<Catalogue['sentences'], Pattern[]>()

/** What the server said, in the language of the catalogue; null when the sentence is none that it knows. */
export function problemText(said: string, catalogue: Catalogue): string | null {
  const { sentences, words } = catalogue
  const exact = sentences[said]
  if (exact !== undefined) return exact
  const inGap = (text: string) => words[text] ?? problemText(text, catalogue) ?? text
  for (const { pattern, text } of patternsOf(sentences)) {
    const found = pattern.exec(said)
    if (found) return text.replaceAll(/\{(\d)\}/g, (_, gap: string) => inGap(found[Number(gap)]!))
  }
  return null
}

function patternsOf(sentences: Catalogue['sentences']): Pattern[] {
  const known = compiled.get(sentences)
  if (known) return known
  const patterns = Object.entries(sentences)
    // One that is nearly all gap would fit anything.
    .filter(([sentence]) => sentence.includes('{}') && /\p{L}/u.test(sentence))
    .map(([sentence, text]) => ({
      pattern: new RegExp(`^${sentence.split('{}').map(escaped).join('(.*?)')}$`, 's'),
      text,
      fixed: sentence.replaceAll('{}', '').length,
    }))
    .toSorted((one, other) => other.fixed - one.fixed)
  compiled.set(sentences, patterns)
  return patterns
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
