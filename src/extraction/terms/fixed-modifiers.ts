import type { Language } from '../languages/index.js'
import { WordClass } from './word-classes.js'

/**
 * Gives phrases that modify as a whole ("in vitro" diagnostic reagents), whatever a tagger takes their words for, the class of adjectives, in
 * place: no term begins with the second of their words.
 */
export function markModifiers(texts: readonly string[], classes: Uint8Array, { fixedModifiers }: Language): void {
  if (!fixedModifiers) return
  for (let at = 0; at + 1 < texts.length; at++)
    if (fixedModifiers.has(`${texts[at]!} ${texts[at + 1]!}`.toLowerCase())) {
      classes[at] = WordClass.adjective
      classes[at + 1] = WordClass.suffix
    }
}
