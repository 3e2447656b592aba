import type { Db } from '../../src/database/database.js'

/** So many approved concepts, zh and en with two terms each, as saving them one by one would leave them. */
export async function addConcepts(db: Db, termbaseId: string, author: string, count: number): Promise<void> {
  await db.query(
    `INSERT INTO concepts (id, termbase_id, status, created_by, updated_by)
     SELECT gen_random_uuid(), $1, 'approved', $2, $2 FROM generate_series(1, $3::int)`,
    [termbaseId, author, count],
  )
  await db.query(
    `INSERT INTO concept_versions (concept_id, version, snapshot, author_id, cause)
     SELECT c.id, 1, jsonb_build_object('id', c.id, 'number', c.number, 'status', 'approved', 'version', 1,
       'createdBy', $2::uuid, 'updatedBy', $2::uuid, 'createdAt', '2026-01-01T00:00:00.000Z', 'updatedAt', '2026-01-01T00:00:00.000Z',
       'languages', (SELECT jsonb_agg(jsonb_build_object('language', l, 'terms', (SELECT jsonb_agg(jsonb_build_object(
         'id', gen_random_uuid(), 'text', l || ' term ' || md5(c.number || l || k), 'administrativeStatus', 'preferredTerm-admn-sts',
         'caseSensitive', false)) FROM generate_series(1, 2) k))) FROM unnest(ARRAY['zh', 'en']) l)), $2::uuid, 'generated'
     FROM concepts c WHERE c.termbase_id = $1 AND NOT EXISTS (SELECT 1 FROM concept_versions v WHERE v.concept_id = c.id)`,
    [termbaseId, author],
  )
}
