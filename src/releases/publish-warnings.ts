import type { Db } from '../database/database.js'
import type { LanguageTag } from '../shared/language-tag.js'

export const warningKinds = ['missing-language', 'duplicate-term', 'dangling-reference', 'no-usable-term'] as const
export type WarningKind = (typeof warningKinds)[number]

/** Something an editor may want to mend before publishing. It forbids nothing. */
export interface PublishWarning {
  kind: WarningKind
  /** How many concepts. */
  count: number
  /** The first of them. */
  examples: { conceptId: string; number: number; text: string; detail: string }[]
}

const examplesOfKind = 5

const approved = `SELECT id, number, data, external_id FROM concepts WHERE termbase_id = $1 AND status = 'approved'`
const aTerm = `(SELECT t.text FROM language_sections s JOIN terms t ON t.language_section_id = s.id
                WHERE s.concept_id = c.id ORDER BY s.position, t.position LIMIT 1)`
const primary = (tag: string) => `lower(split_part(${tag}, '-', 1))`

/** One statement a kind: rows of `id, number, text, detail`. `$1` is the termbase, `$2` its pair of languages. */
const questions: Record<WarningKind, string> = {
  'missing-language': `
    SELECT c.id, c.number, ${aTerm} AS text, string_agg(l.language, ', ') AS detail
    FROM (${approved}) c CROSS JOIN unnest($2::text[]) AS l (language)
    WHERE NOT EXISTS (SELECT 1 FROM language_sections s
                      WHERE s.concept_id = c.id AND ${primary('s.language')} = ${primary('l.language')})
    GROUP BY c.id, c.number`,
  'duplicate-term': `
    SELECT d.id, d.number, d.text, string_agg(DISTINCT d.other::text, ', ') AS detail FROM (
      SELECT id, number, text, lag(number) OVER (PARTITION BY ${primary('language')}, key ORDER BY number) AS other FROM (
        SELECT c.id, c.number, s.language, t.key, min(t.text) AS text
        FROM (${approved}) c JOIN language_sections s ON s.concept_id = c.id JOIN terms t ON t.language_section_id = s.id
        GROUP BY c.id, c.number, s.language, t.key) each_term) d
    WHERE d.other IS NOT NULL AND d.other <> d.number AND cardinality($2::text[]) > 0
    GROUP BY d.id, d.number, d.text`,
  'dangling-reference': `
    SELECT c.id, c.number, ${aTerm} AS text, min(r.target #>> '{}') AS detail
    FROM (SELECT a.id, a.number, jsonb_path_query(x.data, 'strict $.**.attributes.target') AS target FROM (${approved}) a
          CROSS JOIN LATERAL (
            SELECT jsonb_path_query_array(a.data, '$.** ? (@.element == "ref")') AS data UNION ALL
            SELECT jsonb_path_query_array(s.data, '$.** ? (@.element == "ref")') FROM language_sections s WHERE s.concept_id = a.id UNION ALL
            SELECT jsonb_path_query_array(t.data, '$.** ? (@.element == "ref")') FROM language_sections s
              JOIN terms t ON t.language_section_id = s.id WHERE s.concept_id = a.id) x
          WHERE x.data IS NOT NULL AND x.data <> '[]') r
    JOIN concepts c ON c.id = r.id
    WHERE cardinality($2::text[]) > 0 AND NOT EXISTS (
      SELECT 1 FROM (${approved}) k WHERE k.external_id = r.target #>> '{}' OR k.id::text = r.target #>> '{}')
    GROUP BY c.id, c.number`,
  'no-usable-term': `
    SELECT c.id, c.number, ${aTerm} AS text, min(s.language) AS detail
    FROM (${approved}) c JOIN language_sections s ON s.concept_id = c.id
    WHERE cardinality($2::text[]) > 0 AND NOT EXISTS (
      SELECT 1 FROM terms t WHERE t.language_section_id = s.id
        AND t.administrative_status IN ('preferredTerm-admn-sts', 'admittedTerm-admn-sts'))
    GROUP BY c.id, c.number`,
}

/** What to look at before publishing, most serious kind first; kinds without a concept are left out. */
export async function publishWarnings(
  db: Db,
  termbaseId: string,
  languages: [LanguageTag, LanguageTag],
): Promise<PublishWarning[]> {
  const warnings: PublishWarning[] = []
  for (const kind of warningKinds) {
    const rows: { count: string; conceptId: string; number: string; text: string; detail: string }[] = await db.query(
      `SELECT count(*) OVER () AS count, id AS "conceptId", number, text, detail
       FROM (${questions[kind]}) found ORDER BY number LIMIT ${examplesOfKind}`,
      [termbaseId, languages],
    )
    const examples = rows.map(({ conceptId, number, text, detail }) => ({
      conceptId,
      number: Number(number),
      text,
      detail,
    }))
    if (rows[0]) warnings.push({ kind, count: Number(rows[0].count), examples })
  }
  return warnings
}
