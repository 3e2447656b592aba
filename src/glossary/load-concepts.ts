import { In } from 'typeorm'
import type { Db } from '../database/database.js'
import { conceptRecord } from './concept-mapping.js'
import type { ConceptRecord } from './concept-record.js'
import { Concept } from './concept.entity.js'

/** Whole concepts, in the order of `ids`. */
export async function loadConcepts(db: Db, ids: string[]): Promise<ConceptRecord[]> {
  if (ids.length === 0) return []
  const concepts = await db.find(Concept, {
    where: { id: In(ids) },
    relations: { languages: { terms: true } },
    relationLoadStrategy: 'join',
  })
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(conceptRecord)
}
