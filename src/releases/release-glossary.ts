import type { ConceptEntry } from '../formats/index.js'
import { conceptEntry } from '../glossary/concept-entries.js'
import type { ConceptRecord, LanguageRecord, TermRecord } from '../glossary/concept-record.js'
import { primaryLanguage } from '../shared/language-tag.js'
import type { EvidenceReference, EvidenceSide, ReleasedConcept } from './release-content.js'

/** Released concepts as what every glossary format is written from. */
export async function* conceptEntries(concepts: AsyncIterable<ReleasedConcept>): AsyncGenerator<ConceptEntry> {
  for await (const { concept, evidence } of concepts) yield conceptEntry(withContexts(concept, evidence))
}

function withContexts(concept: ConceptRecord, evidence: EvidenceReference[]): ConceptRecord {
  if (evidence.length === 0) return concept
  return { ...concept, languages: concept.languages.map((section) => sectionWithContexts(section, evidence)) }
}

function sectionWithContexts(section: LanguageRecord, evidence: EvidenceReference[]): LanguageRecord {
  const terms = section.terms.map((term) => ({ ...term, ...contextFrom(term, section.language, evidence) }))
  return { ...section, terms }
}

/** A term without a context of its own is shown in the sentence it was found in. */
function contextFrom(
  term: TermRecord,
  language: string,
  evidence: EvidenceReference[],
): { context: string; contextSource: string } | null {
  if (term.context !== null) return null
  for (const { termId, documentName, source, target } of evidence) {
    const side = termId === term.id ? [source, target].find((side) => isIn(side, language)) : undefined
    if (side?.text) return { context: side.text, contextSource: documentName }
  }
  return null
}

function isIn(side: EvidenceSide, language: string): boolean {
  return primaryLanguage(side.language) === primaryLanguage(language)
}
