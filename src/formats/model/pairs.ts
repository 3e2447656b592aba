import { DomainError } from '../../shared/errors.js'
import type { LanguageTag } from '../../shared/language-tag.js'
import type { ConceptEntry, Term } from './concept-entry.js'
import { bilingual } from './bilingual.js'
import type { Glossary, LossReport } from './glossary.js'

/** The usable terms of one concept in the two languages of a list, preferred first. */
export interface TermPairs {
  entry: ConceptEntry
  sources: Term[]
  targets: Term[]
}

export interface PairOptions {
  source?: LanguageTag
  target?: LanguageTag
  losses: LossReport
}

/** The two languages of a list: as asked for, else those that the glossary names. */
export function languagesOfList(glossary: Glossary, { source, target }: Omit<PairOptions, 'losses'>) {
  const [first, second] = glossary.header.languages ?? []
  const chosen = { source: source ?? first, target: target ?? (second === source ? first : second) }
  if (chosen.source && chosen.target) return { source: chosen.source, target: chosen.target }
  throw new DomainError('invalid-input', 'This format lists pairs of two languages.', {
    remedy: 'Say the source and the target language.',
    fields: { source: ['is needed for this format'], target: ['is needed for this format'] },
  })
}

/** What tools of two languages can take of each concept. */
export async function* termPairs(glossary: Glossary, { losses, ...options }: PairOptions): AsyncIterable<TermPairs> {
  const languages = languagesOfList(glossary, options)
  for await (const entry of bilingual(glossary, { ...languages, withoutDeprecated: true, losses }).entries)
    yield { entry, sources: entry.languages[0]!.terms, targets: entry.languages[1]!.terms }
  if (glossary.backMatter?.length) losses.add('back matter', 'dropped', glossary.backMatter.length)
}

/** Counts the data categories of a concept but those that the format tells. */
export function countUntold({ entry, sources, targets }: TermPairs, told: string[], losses: LossReport): void {
  const nodes = [entry, ...entry.languages, ...sources, ...targets].flatMap((record) => record.nodes)
  for (const node of nodes.flatMap((node) => node.children ?? [node])) {
    const name = node.category ?? node.element
    if (!told.includes(name)) losses.add(name)
  }
}
