/** A record's field and the column it is read from; the other names are the same but for their way of writing. */
const columnOf = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const described = ['definition', 'definitionSource', 'note', 'data', 'asWritten']
const subsets = ['customerSubset', 'projectSubset']
const termFields = [
  'id',
  'text',
  'administrativeStatus',
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'geographicalUsage',
  'termLocation',
  'note',
  'source',
  'context',
  'contextSource',
  'caseSensitive',
  'exactForm',
  'candidateId',
  ...subsets,
  'data',
  'asWritten',
]
const conceptFields = ['id', 'number', 'externalId', 'status', 'subjectField', ...described, ...subsets, 'version']

const pairs = (alias: string, fields: string[]) =>
  fields.map((field) => `'${field}', ${alias}.${columnOf(field)}`).join(', ')
const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The row `c` of concepts and what belongs to it, as a ConceptRecord. */
export const recordFromRows = `jsonb_build_object(${pairs('c', conceptFields)},
  'createdAt', ${moment('c.created_at')}, 'createdBy', c.created_by,
  'updatedAt', ${moment('c.updated_at')}, 'updatedBy', c.updated_by,
  'languages', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('language', s.language, ${pairs('s', described)}, 'terms', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(${pairs('t', termFields)}) ORDER BY t.position), '[]')
      FROM terms t WHERE t.language_section_id = s.id)) ORDER BY s.position), '[]')
    FROM language_sections s WHERE s.concept_id = c.id))`
