import { recordFromRows } from '../glossary/record-from-rows.js'

/**
 * Rows of `concept_id, number, concept`: the approved concepts of a termbase as they are. The current version of a concept
 * mostly keeps it whole; a bulk import leaves that to the rows. Read by SQL, because a release wants all at one moment.
 */
export function approvedConcepts(termbase: string): string {
  return `SELECT c.id AS concept_id, c.number, coalesce(v.snapshot, ${recordFromRows}) AS concept
    FROM concepts c LEFT JOIN concept_versions v ON v.concept_id = c.id AND v.version = c.version
    WHERE c.termbase_id = ${termbase} AND c.status = 'approved'`
}
