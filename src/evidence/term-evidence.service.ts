import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import { buildMatcher, type Matcher } from '../matching/index.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { containing } from '../shared/text/search-pattern.js'

export interface MarkedSide {
  text: string
  /** Where terms of the concept stand, in UTF-16 code units of the text; this term's first. */
  marks: { start: number; end: number }[]
}

export interface TermOccurrence {
  documentId: string
  documentName: string
  sentencePairId: string
  /** Of the sentence pair in its document: what a link into the document names. */
  position: number
  source: MarkedSide
  target: MarkedSide
}

export interface TermEvidence {
  termId: string
  /** `candidate`: the pair it was accepted from was seen there; `text`: the documents have its words. */
  by: 'candidate' | 'text'
  occurrences: TermOccurrence[]
  /** Known of a candidate; null: so many at least. */
  total: number | null
}

const MOST_SHOWN = 5
/** Sentences that have the letters of a term and may have it only inside a longer word. */
const MOST_LOOKED_AT = 60

interface Pair {
  documentId: string
  documentName: string
  sentencePairId: string
  position: number
  sourceLanguage: LanguageTag
  sourceText: string | null
  targetText: string | null
}

/** Where each term of a concept was met: in the evidence of its candidate, or else wherever the documents have it. */
@Injectable()
export class TermEvidenceService {
  constructor(
    private readonly database: Database,
    private readonly concepts: ConceptsService,
  ) {}

  async of(termbaseId: string, conceptId: string): Promise<TermEvidence[]> {
    const { languages } = await this.concepts.get(termbaseId, conceptId)
    const terms = languages.flatMap(({ language, terms }) => terms.map((term) => ({ ...term, language })))
    const matcher = buildMatcher(terms)
    const evidence: TermEvidence[] = []
    for (const { id, text, language, candidateId } of terms) {
      const known = candidateId ? await this.ofCandidate(id, candidateId) : null
      evidence.push(known ?? (await this.inDocuments(termbaseId, { id, text, language }, matcher)))
    }
    return evidence
  }

  private async ofCandidate(termId: string, candidateId: string): Promise<TermEvidence | null> {
    const rows: (TermOccurrence & { total: number })[] = await this.database.db.query(
      `SELECT d.id AS "documentId", d.name AS "documentName", p.id AS "sentencePairId", p.position,
         json_build_object('text', p.source_text, 'marks', json_build_array(json_build_object('start', e.source_start, 'end', e.source_end))) AS source,
         json_build_object('text', p.target_text, 'marks', json_build_array(json_build_object('start', e.target_start, 'end', e.target_end))) AS target,
         (count(*) OVER ())::integer AS total
       FROM candidate_evidence e JOIN sentence_pairs p ON p.id = e.sentence_pair_id JOIN documents d ON d.id = p.document_id
       WHERE e.candidate_id = $1 ORDER BY d.created_at, p.position, e.source_start LIMIT ${MOST_SHOWN}`,
      [candidateId],
    )
    if (rows.length === 0) return null
    const occurrences = rows.map(({ total: _, ...occurrence }) => occurrence)
    return { termId, by: 'candidate', occurrences, total: rows[0]!.total }
  }

  private async inDocuments(
    termbaseId: string,
    term: { id: string; text: string; language: LanguageTag },
    matcher: Matcher<string>,
  ): Promise<TermEvidence> {
    const pairs: Pair[] = await this.database.db.query(
      `SELECT d.id AS "documentId", d.name AS "documentName", p.id AS "sentencePairId", p.position,
         d.source_language AS "sourceLanguage", p.source_text AS "sourceText", p.target_text AS "targetText"
       FROM documents d JOIN sentence_pairs p ON p.document_id = d.id
       WHERE d.termbase_id = $1 AND CASE
         WHEN split_part(d.source_language, '-', 1) = $2 THEN p.source_text
         WHEN split_part(d.target_language, '-', 1) = $2 THEN p.target_text END ILIKE $3
       ORDER BY d.created_at, p.position LIMIT ${MOST_LOOKED_AT}`,
      [termbaseId, primaryLanguage(term.language), containing(term.text)],
    )
    const occurrences = pairs.flatMap((pair) => occurrenceIn(pair, term, matcher) ?? [])
    const isAll = pairs.length < MOST_LOOKED_AT
    return {
      termId: term.id,
      by: 'text',
      occurrences: occurrences.slice(0, MOST_SHOWN),
      total: isAll ? occurrences.length : null,
    }
  }
}

/** Marked where the term stands as a term; null where its letters are a part of something else. */
function occurrenceIn(
  { sourceLanguage, sourceText, targetText, ...place }: Pair,
  term: { id: string; language: LanguageTag },
  matcher: Matcher<string>,
): TermOccurrence | null {
  const marksOf = (text: string | null) => (text ? matcher.match(text, { overlap: 'all' }) : [])
  const [source, target] = [marksOf(sourceText), marksOf(targetText)]
  const isOnSource = primaryLanguage(sourceLanguage) === primaryLanguage(term.language)
  const own = (isOnSource ? source : target).filter(({ ids }) => ids.includes(term.id))
  if (own.length === 0) return null
  const other = spans(isOnSource ? target : source).slice(0, 1)
  return {
    ...place,
    source: { text: sourceText ?? '', marks: isOnSource ? spans(own) : other },
    target: { text: targetText ?? '', marks: isOnSource ? other : spans(own) },
  }
}

function spans(matches: { start: number; end: number }[]): { start: number; end: number }[] {
  return matches.map(({ start, end }) => ({ start, end }))
}
