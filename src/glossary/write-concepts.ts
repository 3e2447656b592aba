import type { Actor } from '../auth/roles.js'
import { copyPieces, copyRows, TextList, type Value, writtenDown } from '../database/copy-rows.js'
import type { Db } from '../database/database.js'
import { normaliseTerm } from '../matching/index.js'
import { orderedUuid } from '../shared/ordered-uuid.js'
import { gramsOf } from '../shared/text/search-pattern.js'
import type {
  ConceptDraft,
  ConceptRecord,
  LanguageDraft,
  LanguageRecord,
  TermDraft,
  TermRecord,
} from './concept-record.js'
import { looksCaseSensitive } from './concept-rules.js'

/**
 * Many whole concepts at a time, by COPY: what ConceptsService writes one by one. The drafts must have passed
 * `checkedDraft`, and the transaction must hold the termbase.
 */

export interface Writing {
  termbaseId: string
  actor: Actor
  cause: string
  /** Of the transaction. */
  at: Date
}

/** When the transaction began, as the database says: what `now()` is in it. */
export async function beginOf(db: Db): Promise<Date> {
  const [row]: { now: Date }[] = await db.query(`SELECT now() AS now`)
  return row!.now
}

/** Concepts as rows of the tables they go into, written down but not yet sent. */
export interface PreparedConcepts {
  records: ConceptRecord[]
  tables: { name: string; columns: readonly string[]; pieces: string[] }[]
}

/** New concepts, their ids given here. Takes the processor and not the database, which may write others meanwhile. */
export function prepareConcepts(drafts: NumberedDraft[], writing: Writing): PreparedConcepts {
  const { actor, at, termbaseId } = writing
  const born = { at: at.toISOString(), by: actor.id }
  const records = drafts.map(({ number, ...draft }) =>
    wholeRecord(draft, { id: orderedUuid(), number, version: 1, created: born, updated: born }),
  )
  const concepts = {
    name: 'concepts',
    columns: ['termbase_id', ...conceptColumns],
    pieces: writtenDown(rowsOf(records, conceptRow, termbaseId)),
  }
  return { records, tables: [concepts, ...tablesInside(records, writing)] }
}

export type NumberedDraft = ConceptDraft & { number: number }

export async function writePrepared(db: Db, { tables }: PreparedConcepts): Promise<void> {
  for (const { name, columns, pieces } of tables) if (pieces.length > 0) await copyPieces(db, name, columns, pieces)
}

/** Existing concepts as the drafts say; each gets its next version, terms keep their ids. */
export async function rewriteConcepts(
  db: Db,
  changes: { before: ConceptRecord; draft: ConceptDraft }[],
  writing: Writing,
): Promise<ConceptRecord[]> {
  if (changes.length === 0) return []
  await keepSnapshots(
    db,
    changes.map(({ before }) => before),
  )
  const updated = { at: writing.at.toISOString(), by: writing.actor.id }
  const records = changes.map(({ before: { id, number, version, createdAt, createdBy }, draft }) =>
    wholeRecord(draft, { id, number, version: version + 1, created: { at: createdAt, by: createdBy }, updated }),
  )
  await db.query(`CREATE TEMP TABLE IF NOT EXISTS rewritten (LIKE concepts) ON COMMIT DROP`)
  await db.query(`TRUNCATE rewritten`)
  await copyRows(db, 'rewritten', ['termbase_id', ...conceptColumns], rowsOf(records, conceptRow, writing.termbaseId))
  const changing = conceptColumns.filter((column) => column !== 'id' && column !== 'number')
  await db.query(
    `UPDATE concepts c SET ${changing.map((column) => `${column} = r.${column}`).join(', ')} FROM rewritten r WHERE r.id = c.id`,
  )
  await db.query(`DELETE FROM language_sections WHERE concept_id = ANY ($1)`, [records.map(({ id }) => id)])
  await writeInside(db, records, writing)
  return records
}

/** Before a concept changes: its newest version gets the words that only the concept had. */
export async function keepSnapshots(db: Db, records: ConceptRecord[]): Promise<void> {
  await db.query(
    `UPDATE concept_versions v SET snapshot = r.snapshot
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, version integer, snapshot jsonb)
     WHERE v.concept_id = r.id AND v.version = r.version AND v.snapshot IS NULL`,
    [JSON.stringify(records.map((record) => ({ id: record.id, version: record.version, snapshot: record })))],
  )
}

async function writeInside(db: Db, records: ConceptRecord[], writing: Writing): Promise<void> {
  await writePrepared(db, { records, tables: tablesInside(records, writing) })
}

function tablesInside(records: ConceptRecord[], { actor, cause }: Writing): PreparedConcepts['tables'] {
  const sections = records.flatMap((record) =>
    record.languages.map((section, position) => ({ id: orderedUuid(), conceptId: record.id, section, position })),
  )
  const terms = sections.flatMap(({ id, section: { language, terms } }) =>
    terms.map((term, position) => ({ sectionId: id, language, term, position })),
  )
  const versions = rowsOf(records, ({ id, version }) => [id, version, actor.id, cause])
  return [
    { name: 'language_sections', columns: sectionColumns, pieces: writtenDown(rowsOf(sections, sectionRow)) },
    { name: 'terms', columns: termColumns, pieces: writtenDown(rowsOf(terms, termRow)) },
    {
      name: 'concept_versions',
      columns: ['concept_id', 'version', 'author_id', 'cause'],
      pieces: writtenDown(versions),
    },
  ]
}

function* rowsOf<T>(items: T[], rowOf: (item: T) => Value[], ...first: Value[]): Iterable<Value[]> {
  for (const item of items) yield [...first, ...rowOf(item)]
}

const conceptColumns = [
  'id',
  'number',
  'external_id',
  'status',
  'subject_field',
  'definition',
  'definition_source',
  'note',
  'customer_subset',
  'project_subset',
  'data',
  'as_written',
  'version',
  'created_by',
  'created_at',
  'updated_by',
  'updated_at',
]

function conceptRow(record: ConceptRecord): Value[] {
  const { id, number, externalId, status, subjectField, definition, definitionSource, note } = record
  const { customerSubset, projectSubset, data, asWritten, version } = record
  const { createdBy, createdAt, updatedBy, updatedAt } = record
  const fields = [subjectField, definition, definitionSource, note, customerSubset, projectSubset, data, asWritten]
  return [id, number, externalId, status, ...fields, version, createdBy, createdAt, updatedBy, updatedAt]
}

const sectionColumns = [
  'id',
  'concept_id',
  'language',
  'position',
  'definition',
  'definition_source',
  'note',
  'data',
  'as_written',
]

interface PlacedSection {
  id: string
  conceptId: string
  section: LanguageRecord
  position: number
}

function sectionRow({ id, conceptId, section, position }: PlacedSection): Value[] {
  const { language, definition, definitionSource, note, data, asWritten } = section
  return [id, conceptId, language, position, definition, definitionSource, note, data, asWritten]
}

const termColumns = [
  'id',
  'language_section_id',
  'position',
  'text',
  'key',
  'grams',
  'administrative_status',
  'part_of_speech',
  'term_type',
  'grammatical_gender',
  'geographical_usage',
  'term_location',
  'note',
  'source',
  'context',
  'context_source',
  'customer_subset',
  'project_subset',
  'data',
  'as_written',
  'case_sensitive',
  'exact_form',
  'candidate_id',
]

interface PlacedTerm {
  sectionId: string
  language: string
  term: TermRecord
  position: number
}

function termRow({ sectionId, language, term, position }: PlacedTerm): Value[] {
  const { id, text, administrativeStatus, partOfSpeech, termType, grammaticalGender, geographicalUsage } = term
  const { termLocation, note, source, context, contextSource, customerSubset, projectSubset } = term
  const key = normaliseTerm(text, language)
  const found = [key, new TextList(gramsOf(key))]
  const picked = [administrativeStatus, partOfSpeech, termType, grammaticalGender, geographicalUsage, termLocation]
  const written = [note, source, context, contextSource, customerSubset, projectSubset, term.data, term.asWritten]
  const switches = [term.caseSensitive, term.exactForm]
  return [id, sectionId, position, text, ...found, ...picked, ...written, ...switches, term.candidateId]
}

interface Meta {
  id: string
  number: number
  version: number
  created: { at: string; by: string }
  updated: { at: string; by: string }
}

/** The record that reading the written rows would give. */
function wholeRecord(draft: ConceptDraft, { id, number, version, created, updated }: Meta): ConceptRecord {
  return {
    id,
    number,
    externalId: draft.externalId ?? null,
    status: draft.status ?? 'draft',
    subjectField: draft.subjectField ?? null,
    definition: draft.definition ?? null,
    definitionSource: draft.definitionSource ?? null,
    note: draft.note ?? null,
    customerSubset: draft.customerSubset ?? null,
    projectSubset: draft.projectSubset ?? null,
    data: draft.data ?? null,
    asWritten: draft.asWritten ?? null,
    version,
    createdAt: created.at,
    createdBy: created.by,
    updatedAt: updated.at,
    updatedBy: updated.by,
    languages: draft.languages.map(wholeSection),
  }
}

function wholeSection(section: LanguageDraft): LanguageRecord {
  const { language, definition = null, definitionSource = null, note = null, data = null, asWritten = null } = section
  return { language, definition, definitionSource, note, data, asWritten, terms: section.terms.map(wholeTerm) }
}

function wholeTerm(term: TermDraft): TermRecord {
  return {
    id: term.id ?? orderedUuid(),
    text: term.text,
    administrativeStatus: term.administrativeStatus ?? 'admittedTerm-admn-sts',
    partOfSpeech: term.partOfSpeech ?? null,
    termType: term.termType ?? null,
    grammaticalGender: term.grammaticalGender ?? null,
    geographicalUsage: term.geographicalUsage ?? null,
    termLocation: term.termLocation ?? null,
    note: term.note ?? null,
    source: term.source ?? null,
    context: term.context ?? null,
    contextSource: term.contextSource ?? null,
    customerSubset: term.customerSubset ?? null,
    projectSubset: term.projectSubset ?? null,
    data: term.data ?? null,
    asWritten: term.asWritten ?? null,
    caseSensitive: term.caseSensitive ?? looksCaseSensitive(term.text),
    exactForm: term.exactForm || null,
    candidateId: term.candidateId ?? null,
  }
}
