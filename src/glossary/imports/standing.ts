import type { Db } from '../../database/database.js'
import type { Rules } from './import-record.js'

/** How many entries neither a decision nor a rule answers. */
export async function undecidedCount(db: Db, importId: string, rules: Rules): Promise<number> {
  const open = openVerdicts(rules)
  const [row]: { count: number }[] = await db.query(
    `SELECT count(*)::int AS count FROM import_entries WHERE import_id = $1 AND verdict = ANY ($2) AND decision IS NULL`,
    [importId, open],
  )
  return row!.count
}

export function openVerdicts({ conflicts, duplicates }: Rules): string[] {
  return [...(conflicts === 'ask' ? ['conflict'] : []), ...(duplicates === 'ask' ? ['duplicate'] : [])]
}

/** Entries whose concept is not the one they were compared with, or that were new and have met a concept meanwhile. */
export async function changedSince(
  db: Db,
  importId: string,
  termbaseId: string,
): Promise<{ position: number; label: string }[]> {
  return db.query(
    `SELECT e.position, e.label FROM import_entries e LEFT JOIN concepts c ON c.id = e.concept_id
     WHERE e.import_id = $1 AND e.concept_id IS NOT NULL AND e.verdict <> 'same' AND c.version IS DISTINCT FROM e.base_version
     UNION
     SELECT e.position, e.label FROM imports i
     JOIN import_entries e ON e.import_id = i.id AND e.verdict = 'new'
     JOIN concepts c ON c.termbase_id = $2 AND c.external_id = e.external_id AND c.updated_at > i.created_at - interval '1 hour'
       AND NOT EXISTS (SELECT 1 FROM import_entries o WHERE o.import_id = i.id AND o.concept_id = c.id)
     WHERE i.id = $1
     UNION
     SELECT e.position, e.label FROM (
       SELECT DISTINCT split_part(l.language, '-', 1) || ' ' || t.key AS key
       FROM imports i JOIN concepts c ON c.termbase_id = $2 AND c.status <> 'retired' AND c.updated_at > i.created_at - interval '1 hour'
       JOIN language_sections l ON l.concept_id = c.id JOIN terms t ON t.language_section_id = l.id
       WHERE i.id = $1
     ) recent
     JOIN (SELECT position, label, unnest(keys) AS key FROM import_entries WHERE import_id = $1 AND verdict = 'new') e ON e.key = recent.key
     ORDER BY position`,
    [importId, termbaseId],
  )
}
