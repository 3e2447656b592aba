import { canonicalLanguage, primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'

const known = new Map<string, 0 | 1 | 2>()
const maxKnown = 10_000

/** How well a variant written in `found` serves a wish for `wanted`: 2 the same tag, 1 the same language, 0 not at all. */
export function languageFit(wanted: LanguageTag, found: string): 0 | 1 | 2 {
  // Asked for each section of each entry, of a few languages: what Intl said once is remembered.
  const key = `${wanted} ${found}`
  let fit = known.get(key)
  if (fit === undefined) {
    fit = compared(wanted, found)
    if (known.size < maxKnown) known.set(key, fit)
  }
  return fit
}

function compared(wanted: LanguageTag, found: string): 0 | 1 | 2 {
  const canonical = canonicalLanguage(found)
  if (canonical === null) return 0
  if (canonical === canonicalLanguage(wanted)) return 2
  return primaryLanguage(canonical) === primaryLanguage(wanted) ? 1 : 0
}

/** Of several variants the one that fits best, the first among equals, or undefined. */
export function bestVariant<T extends { language: string }>(variants: T[], wanted: LanguageTag): T | undefined {
  const fitting = variants.map((variant) => ({ variant, fit: languageFit(wanted, variant.language) }))
  const best = Math.max(0, ...fitting.map(({ fit }) => fit))
  return best === 0 ? undefined : fitting.find(({ fit }) => fit === best)!.variant
}
