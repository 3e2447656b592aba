import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { type BulkChange, changeTogether, idsChanging } from './change-together.js'
import { ConceptBatchesService } from './concept-batches.service.js'
import type { ConceptFilter } from './concept-filter.js'
import { ConceptListService } from './concept-list.service.js'
import type { AdministrativeStatus } from './concept-record.js'
import { TermbasesService } from './termbases.service.js'

export interface BulkEdit {
  filter: ConceptFilter
  change: BulkChange
  /** How many the editor was told would change. */
  expectedCount?: number
}

export interface BulkPreview {
  matching: number
  /** The others say it already. */
  changing: number
  examples: {
    id: string
    number: number
    terms: { language: string; text: string; status: AdministrativeStatus }[]
    before: BulkChange
  }[]
}

/** At most so many at once: one transaction, answered while a person waits. */
export const MOST_EDITED = 50_000
const MOST_EXAMPLES = 20

/** The same change of many concepts: shown before, made in one transaction, taken back as one. */
@Injectable()
export class BulkEditService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly list: ConceptListService,
    private readonly batches: ConceptBatchesService,
  ) {}

  async preview(termbaseId: string, { filter, change }: BulkEdit): Promise<BulkPreview> {
    const ids = await this.list.idsMatching(termbaseId, filter)
    const changing = await idsChanging(this.database.db, ids, checked(change))
    return {
      matching: ids.length,
      changing: changing.length,
      examples: await examples(this.database.db, changing.slice(0, MOST_EXAMPLES)),
    }
  }

  async edit(
    actor: Actor,
    termbaseId: string,
    { filter, change, expectedCount }: BulkEdit,
  ): Promise<{ batchId: string | null; changed: number }> {
    const wanted = checked(change)
    const ids = await this.list.idsMatching(termbaseId, filter)
    return this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      const changing = await idsChanging(db, ids, wanted)
      refuseSurprise(changing.length, expectedCount)
      if (changing.length === 0) return { batchId: null, changed: 0 }
      await changeTogether(db, actor, changing, wanted, 'edit-concepts', { reopens: true })
      const batchId = await this.batches.keep(db, actor, {
        termbaseId,
        kind: 'edit',
        details: { change: wanted },
        concepts: changing,
      })
      return { batchId, changed: changing.length }
    })
  }
}

/** Blank says nothing. */
function checked(change: BulkChange): BulkChange {
  const wanted = Object.fromEntries(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value.normalize('NFC').trim() || null : value]),
  ) as BulkChange
  if (Object.keys(wanted).length > 0) return wanted
  throw new DomainError('invalid-input', 'The change says nothing.', {
    remedy: 'Say what the concepts shall have: a status, a subject field, a customer or a project.',
    fields: { change: ['must name at least one field'] },
  })
}

function refuseSurprise(count: number, expected: number | undefined): void {
  if (count > MOST_EDITED)
    throw new DomainError('too-large', `${count} concepts would change; at most ${MOST_EDITED} are changed at once.`, {
      remedy: 'Narrow the filter.',
    })
  if (expected !== undefined && expected !== count)
    throw new DomainError('stale', `${count} concepts would change now, not ${expected}.`, {
      remedy: 'Look at the preview again, then confirm.',
      extra: { count },
    })
}

function examples(db: Db, ids: string[]): Promise<BulkPreview['examples']> {
  return db.query(
    `SELECT c.id, c.number::integer, json_build_object('status', c.status, 'subjectField', c.subject_field,
         'customerSubset', c.customer_subset, 'projectSubset', c.project_subset) AS before,
       (SELECT json_agg(json_build_object('language', s.language, 'text', t.text, 'status', t.administrative_status) ORDER BY s.position, t.position)
        FROM language_sections s JOIN terms t ON t.language_section_id = s.id WHERE s.concept_id = c.id) AS terms
     FROM concepts c JOIN unnest($1::uuid[]) WITH ORDINALITY AS w (id, place) ON w.id = c.id ORDER BY w.place`,
    [ids],
  )
}
