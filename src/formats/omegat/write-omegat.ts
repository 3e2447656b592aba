import { flat } from '../csv/cells.js'
import { fromConceptEntry } from '../model/plain-concept.js'
import type { Glossary } from '../model/glossary.js'
import { countUntold, termPairs, type PairOptions, type TermPairs } from '../model/pairs.js'

/**
 * OmegaT's text glossary: source, target, comment, tab-separated, no header (it would become a term). Every usable
 * source term stands with every usable target term, which is what OmegaT makes of a concept itself.
 */
export async function* writeOmegat(glossary: Glossary, options: PairOptions): AsyncIterable<string> {
  for await (const pairs of termPairs(glossary, options)) {
    countUntold(pairs, ['definition', 'note', 'administrativeStatus'], options.losses)
    const comment = commentOf(pairs)
    for (const source of pairs.sources) {
      // A line that begins with # is a remark to OmegaT.
      if (source.text.startsWith('#')) options.losses.add('term that begins with #')
      else for (const target of pairs.targets) yield [source.text, target.text, comment].map(flat).join('\t') + '\n'
    }
  }
}

function commentOf({ entry }: TermPairs): string {
  const concept = fromConceptEntry(entry)
  const sections = concept.languages.flatMap(({ definition, note, terms }) => [
    definition,
    note,
    ...terms.map((term) => term.note),
  ])
  return [...new Set([concept.definition, concept.note, ...sections])].filter(Boolean).join('; ')
}
