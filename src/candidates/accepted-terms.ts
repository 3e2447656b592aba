import type { PairVariant } from '../extraction/index.js'
import type { NewTerm } from '../glossary/concept-terms.js'
import type { PairOfTerms } from '../glossary/concept-matches.service.js'
import { normaliseTerm } from '../matching/index.js'
import type { PairKind } from '../extraction/index.js'

interface AcceptedCandidate {
  id: string
  kind: PairKind
  variants: PairVariant[]
}

/** Variants that are names of the same concept, and what kind of name each is (termType of TBX-Basic). */
const namesOfTheConcept: Partial<Record<PairVariant['kind'], { termType: string }>> = {
  abbreviation: { termType: 'acronym' },
  'full-form': { termType: 'fullForm' },
}

/**
 * The terms a concept gets from an accepted pair: both sides preferred, and the full and short forms that belong to the
 * pair admitted beside them. Spellings and inflections are the matcher's business, shorter and longer cuts other concepts'.
 */
export function termsOf({ id, kind, variants }: AcceptedCandidate, { source, target }: PairOfTerms): NewTerm[] {
  const forms: NewTerm[] = []
  const add = (language: string, text: string, rest: Partial<NewTerm>) => {
    if (!forms.some((form) => form.language === language && form.text === text))
      forms.push({ language, text, candidateId: id, ...rest })
  }
  for (const side of [source, target])
    add(side.language, side.text, {
      administrativeStatus: 'preferredTerm-admn-sts',
      ...typeOfMain(kind, side.text, variants),
    })
  for (const variant of variants) {
    const name = namesOfTheConcept[variant.kind]
    if (!name) continue
    for (const [side, text] of [
      [source, variant.source],
      [target, variant.target],
    ] as const)
      if (text && text !== side.text)
        add(side.language, text, { administrativeStatus: 'admittedTerm-admn-sts', ...name })
  }
  return forms
}

/**
 * The terms with those of pairs that an editor merged into this one, admitted beside them. What the matcher takes for the
 * same term anyway (script, width, case) is not said twice.
 */
export function withForms(terms: NewTerm[], { source, target }: PairOfTerms, merged: MergedPair[]): NewTerm[] {
  const said = new Set(
    [...terms, { ...source }, { ...target }].map(
      ({ language, text }) => `${language} ${normaliseTerm(text, language)}`,
    ),
  )
  const forms: NewTerm[] = []
  for (const pair of merged)
    for (const [{ language }, text] of [
      [source, pair.source],
      [target, pair.target],
    ] as const) {
      const key = `${language} ${normaliseTerm(text, language)}`
      if (said.has(key)) continue
      said.add(key)
      forms.push({ language, text, candidateId: pair.id, administrativeStatus: 'admittedTerm-admn-sts' })
    }
  return [...terms, ...forms]
}

interface MergedPair {
  id: string
  source: string
  target: string
}

/** With a short or full form beside it, a term says which of the two it is. */
function typeOfMain(kind: PairKind, text: string, variants: PairVariant[]): { termType?: string } {
  if (kind === 'abbreviation' && /^[\p{Lu}\d.&-]{2,}$/u.test(text)) return { termType: 'acronym' }
  return variants.some((variant) => variant.kind === 'abbreviation') ? { termType: 'fullForm' } : {}
}
