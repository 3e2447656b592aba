import type { ConceptRecord, LanguageRecord, TermRecord } from '../glossary/concept-record.js'
import { type PlainConcept, type PlainLanguage, type PlainTerm, toConceptEntry } from '../formats/index.js'
import type { ConceptEntry } from '../formats/index.js'
import { primaryLanguage } from '../shared/language-tag.js'
import type { EvidenceReference, EvidenceSide, ReleasedConcept } from './release-content.js'

/** Released concepts as what every glossary format is written from. */
export async function* conceptEntries(concepts: AsyncIterable<ReleasedConcept>): AsyncGenerator<ConceptEntry> {
  for await (const concept of concepts) yield toConceptEntry(plainConcept(concept))
}

function plainConcept({ concept, evidence }: ReleasedConcept): PlainConcept {
  const { subjectField, definition, definitionSource, note, languages } = concept
  const sections = languages.map((section) => plainLanguage(section, evidence))
  return { id: conceptId(concept), subjectField, definition, definitionSource, note, languages: sections }
}

/** Ids in XML begin with a letter; the number is what people call the concept by. */
function conceptId({ number }: ConceptRecord): string {
  return `c${number}`
}

function plainLanguage(
  { language, definition, definitionSource, note, terms }: LanguageRecord,
  evidence: EvidenceReference[],
): PlainLanguage {
  return {
    language,
    definition,
    definitionSource,
    note,
    terms: terms.map((term) => plainTerm(term, language, evidence)),
  }
}

/** A term without a context of its own is shown in the sentence it was found in. */
function plainTerm(term: TermRecord, language: string, evidence: EvidenceReference[]): PlainTerm {
  const {
    text,
    partOfSpeech,
    administrativeStatus,
    termType,
    grammaticalGender,
    geographicalUsage,
    termLocation,
    note,
    source,
  } = term
  const seen = term.context === null ? contextFrom(term, language, evidence) : null
  return {
    text,
    partOfSpeech,
    administrativeStatus,
    termType,
    grammaticalGender,
    geographicalUsage,
    termLocation,
    note,
    source,
    context: seen?.context ?? term.context,
    contextSource: seen?.contextSource ?? term.contextSource,
  }
}

function contextFrom(
  term: TermRecord,
  language: string,
  evidence: EvidenceReference[],
): { context: string; contextSource: string } | null {
  for (const { termId, documentName, source, target } of evidence) {
    const side = termId === term.id ? [source, target].find((side) => isIn(side, language)) : undefined
    if (side?.text) return { context: side.text, contextSource: documentName }
  }
  return null
}

function isIn(side: EvidenceSide, language: string): boolean {
  return primaryLanguage(side.language) === primaryLanguage(language)
}
