import type { Db } from '../database/database.js'
import type { ConceptRecord } from '../glossary/concept-record.js'
import type { EvidenceReference } from './release-content.js'

/** So many places a term are kept with a release: enough to judge by, few enough to publish a large termbase. */
const placesOfATerm = 5

/**
 * The evidence of the candidates that terms were accepted from, by concept. Read by SQL, because the snapshot wants rows
 * of several features at one moment and nothing of what they do.
 */
export async function evidenceReferences(db: Db, concepts: ConceptRecord[]): Promise<Map<string, EvidenceReference[]>> {
  const accepted = concepts.flatMap(({ id, languages }) =>
    languages.flatMap(({ terms }) =>
      terms.flatMap((term) =>
        term.candidateId ? [{ conceptId: id, termId: term.id, candidateId: term.candidateId }] : [],
      ),
    ),
  )
  if (accepted.length === 0) return new Map()
  const places = await placesOf(db, [...new Set(accepted.map(({ candidateId }) => candidateId))])
  const references = new Map<string, EvidenceReference[]>()
  for (const { conceptId, termId, candidateId } of accepted) {
    const known = references.get(conceptId) ?? []
    references.set(conceptId, [...known, ...(places.get(candidateId) ?? []).map((place) => ({ termId, ...place }))])
  }
  return references
}

type Place = Omit<EvidenceReference, 'termId'>

async function placesOf(db: Db, candidateIds: string[]): Promise<Map<string, Place[]>> {
  const rows: Place[] = await db.query(
    `SELECT c.id AS "candidateId", d.id AS "documentId", d.name AS "documentName", p.id AS "sentencePairId",
       jsonb_build_object('language', d.source_language, 'text', p.source_text, 'start', e.source_start, 'end', e.source_end) AS source,
       jsonb_build_object('language', d.target_language, 'text', p.target_text, 'start', e.target_start, 'end', e.target_end) AS target
     FROM unnest($1::uuid[]) AS c (id)
     CROSS JOIN LATERAL (
       SELECT * FROM candidate_evidence WHERE candidate_id = c.id ORDER BY id LIMIT ${placesOfATerm}
     ) e
     JOIN sentence_pairs p ON p.id = e.sentence_pair_id
     JOIN documents d ON d.id = p.document_id
     ORDER BY e.id`,
    [candidateIds],
  )
  const places = new Map<string, Place[]>()
  for (const row of rows) places.set(row.candidateId, [...(places.get(row.candidateId) ?? []), row])
  return places
}
