import { Injectable } from '@nestjs/common'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { normaliseTerm } from '../matching/index.js'
import { DomainError } from '../shared/errors.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { decodeCursor, encodeCursor, type Page } from '../shared/page.js'
import { containing, gramsOfQuery } from '../shared/text/search-pattern.js'
import { conceptValues, draftOf, sectionValues, termValues } from './concept-mapping.js'
import type { ConceptDraft, ConceptRecord, ConceptStatus, LanguageDraft } from './concept-record.js'
import { checkedDraft } from './concept-rules.js'
import { Concept, ConceptVersion, LanguageSection, Term } from './concept.entity.js'
import { loadConcepts as load } from './load-concepts.js'
import { type NewTerm, withTerms, withUnsaid, withoutTerms } from './concept-terms.js'
import { TermbasesService } from './termbases.service.js'
import { keepSnapshots } from './write-concepts.js'

export interface ConceptFilter {
  q?: string
  status?: ConceptStatus
  cursor?: string
  limit: number
}

export interface ConceptVersionView {
  version: number
  cause: string
  author: { id: string; name: string }
  at: Date
  snapshot: ConceptRecord
}

@Injectable()
export class ConceptsService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly audit: AuditService,
  ) {}

  async get(termbaseId: string, id: string, db: Db = this.database.db): Promise<ConceptRecord> {
    const [record] = await load(db, [id])
    if (!record || !(await db.existsBy(Concept, { id, termbaseId })))
      throw new DomainError('not-found', `There is no concept ${id} in this termbase.`)
    return record
  }

  /** Newest first. `q` finds a term from one character on, whatever its script, width or case. */
  async search(termbaseId: string, { q, status, cursor, limit }: ConceptFilter): Promise<Page<ConceptRecord>> {
    const db = this.database.db
    const termbase = await this.termbases.require(termbaseId, db)
    const found = db.createQueryBuilder(Concept, 'c').select('c.id', 'id').addSelect('c.number', 'number')
    found.where('c.termbaseId = :termbaseId', { termbaseId })
    if (status) found.andWhere('c.status = :status', { status })
    else found.andWhere(`c.status <> 'retired'`)
    const keys = q?.trim() ? queryKeys(q, [termbase.sourceLanguage, termbase.targetLanguage]) : []
    if (keys.length > 0) {
      const forms = keys.map((_, i) => `(t.grams @> :grams${i}::text[] AND replace(t.key, ' ', '') LIKE :like${i})`)
      found.andWhere(
        `EXISTS (SELECT 1 FROM terms t JOIN language_sections s ON s.id = t.language_section_id
                 WHERE s.concept_id = c.id AND (${forms.join(' OR ')}))`,
        Object.fromEntries(
          keys.flatMap((key, i) => [
            [`grams${i}`, gramsOfQuery(key)],
            [`like${i}`, containing(key.replaceAll(' ', ''))],
          ]),
        ),
      )
    }
    const total = await found.getCount()
    if (cursor) found.andWhere('c.number < :last', { last: numberOf(cursor) })
    const rows: { id: string; number: string }[] = await found
      .orderBy('c.number', 'DESC')
      .limit(limit + 1)
      .getRawMany()
    const page = rows.slice(0, limit)
    const items = await load(
      db,
      page.map(({ id }) => id),
    )
    return { items, total, next: rows.length > limit ? encodeCursor([page.at(-1)!.number]) : null }
  }

  async create(actor: Actor, termbaseId: string, draft: ConceptDraft): Promise<ConceptRecord> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.require(termbaseId, db)
      return this.add(db, actor, termbaseId, draft, 'create-concept')
    })
  }

  /** Inside the caller's transaction: a new concept, its first version and its line in the audit log. */
  async add(db: Db, actor: Actor, termbaseId: string, draft: ConceptDraft, cause: string): Promise<ConceptRecord> {
    const checked = checkedDraft(draft)
    const own = { ...conceptValues(checked), termbaseId, createdBy: actor.id, updatedBy: actor.id }
    const concept = await db.save(Concept, db.create(Concept, own))
    await this.writeLanguages(db, concept.id, checked.languages)
    return this.keepVersion(db, actor, concept.id, cause)
  }

  /** Changes what the draft names; languages, when named, are replaced as a whole, terms keeping their ids. */
  async change(
    actor: Actor,
    termbaseId: string,
    id: string,
    expectedVersion: number,
    draft: Partial<ConceptDraft>,
  ): Promise<ConceptRecord> {
    return this.database.inTransaction(async (db) => {
      const before = await this.lock(db, termbaseId, id)
      if (before.version !== expectedVersion) throw overtaken(before)
      return this.rewrite(db, actor, before, draft, 'edit-concept')
    })
  }

  /** Gives an existing concept more terms; those it has already stay as they are. Returns the ids of the new ones. */
  async extend(
    db: Db,
    actor: Actor,
    termbaseId: string,
    id: string,
    terms: NewTerm[],
  ): Promise<{ concept: ConceptRecord; added: string[]; statusBefore: ConceptStatus }> {
    const before = await this.lock(db, termbaseId, id)
    const known = new Set(before.languages.flatMap(({ terms }) => terms.map((term) => term.id)))
    const concept = await this.rewrite(
      db,
      actor,
      before,
      { languages: withTerms(before, terms), status: 'approved' },
      'accept-candidate',
    )
    const added = concept.languages
      .flatMap(({ terms }) => terms.map((term) => term.id))
      .filter((term) => !known.has(term))
    return { concept, added, statusBefore: before.status }
  }

  /** Takes away again what `extend` added, and the approval that came with it. Terms that are gone already are no matter. */
  async shrink(
    db: Db,
    actor: Actor,
    termbaseId: string,
    id: string,
    { terms: termIds, statusBefore }: { terms: string[]; statusBefore: ConceptStatus },
  ): Promise<ConceptRecord> {
    const before = await this.lock(db, termbaseId, id)
    const languages = withoutTerms(before, new Set(termIds))
    if (languages.length === 0)
      throw new DomainError('conflict', 'The concept would be left without a term.', {
        remedy: 'Retire the concept instead.',
      })
    return this.rewrite(db, actor, before, { languages, status: statusBefore }, 'undo-accept')
  }

  /** Takes back a concept that was only just made; refuses when somebody has worked on it since. */
  async discard(db: Db, actor: Actor, termbaseId: string, id: string, version: number): Promise<void> {
    const concept = await this.lock(db, termbaseId, id)
    if (concept.version !== version)
      throw new DomainError('conflict', `Concept ${concept.number} has been changed since, so it is not taken back.`, {
        remedy: 'Undo the later change first, or retire the concept on its page.',
        extra: { conceptId: id },
      })
    await db.delete(Concept, id)
    await this.record(db, actor, id, 'undo-accept', { languages: concept.languages })
  }

  /** Out of the glossary and of later releases; history and earlier releases keep it. */
  async retire(actor: Actor, termbaseId: string, id: string, expectedVersion: number): Promise<ConceptRecord> {
    return this.database.inTransaction(async (db) => {
      const before = await this.lock(db, termbaseId, id)
      if (before.version !== expectedVersion) throw overtaken(before)
      return this.rewrite(db, actor, before, { status: 'retired' }, 'retire-concept')
    })
  }

  async restore(actor: Actor, termbaseId: string, id: string, version: number): Promise<ConceptRecord> {
    return this.database.inTransaction(async (db) => {
      const before = await this.lock(db, termbaseId, id)
      const kept = await db.findOneBy(ConceptVersion, { conceptId: id, version })
      if (!kept?.snapshot && kept?.version === before.version) return before
      if (!kept?.snapshot) throw new DomainError('not-found', `Concept ${before.number} has no version ${version}.`)
      return this.rewrite(db, actor, before, draftOf(kept.snapshot), `restore-version-${version}`)
    })
  }

  async history(termbaseId: string, id: string): Promise<ConceptVersionView[]> {
    const newest = await this.get(termbaseId, id)
    const rows: (Omit<ConceptVersionView, 'snapshot'> & { snapshot: ConceptRecord | null })[] =
      await this.database.db.query(
        `SELECT v.version, v.cause, v.at, v.snapshot, json_build_object('id', u.id, 'name', u.name) AS author
       FROM concept_versions v JOIN users u ON u.id = v.author_id WHERE v.concept_id = $1 ORDER BY v.version DESC`,
        [id],
      )
    return rows.map((row) => ({ ...row, snapshot: row.snapshot ?? newest }))
  }

  private async lock(db: Db, termbaseId: string, id: string): Promise<ConceptRecord> {
    await db.findOne(Concept, { where: { id, termbaseId }, lock: { mode: 'pessimistic_write' } })
    return this.get(termbaseId, id, db)
  }

  private async rewrite(
    db: Db,
    actor: Actor,
    before: ConceptRecord,
    changes: Partial<ConceptDraft>,
    cause: string,
  ): Promise<ConceptRecord> {
    const kept = changes.languages ? { ...changes, languages: withUnsaid(before, changes.languages) } : changes
    const checked = checkedDraft({ ...draftOf(before), ...kept })
    await keepSnapshots(db, [before])
    const own = { ...conceptValues(checked), version: before.version + 1, updatedBy: actor.id, updatedAt: new Date() }
    await db.update(Concept, before.id, own)
    if (changes.languages) {
      await db.delete(LanguageSection, { conceptId: before.id })
      await this.writeLanguages(db, before.id, checked.languages)
    }
    return this.keepVersion(db, actor, before.id, cause)
  }

  private async writeLanguages(db: Db, conceptId: string, languages: LanguageDraft[]): Promise<void> {
    for (const [i, section] of languages.entries()) {
      const { identifiers } = await db.insert(LanguageSection, { ...sectionValues(section, i), conceptId })
      const sectionId: string = identifiers[0]!['id']
      const terms = section.terms.map((term, position) => ({
        ...termValues(term, section.language, position),
        sectionId,
      }))
      await db.insert(Term, terms)
    }
  }

  private async keepVersion(db: Db, actor: Actor, id: string, cause: string): Promise<ConceptRecord> {
    const [record] = await load(db, [id])
    const { version } = record!
    await db.insert(ConceptVersion, { conceptId: id, version, snapshot: record! as never, authorId: actor.id, cause })
    await this.record(db, actor, id, cause, { version })
    return record!
  }

  private record(db: Db, actor: Actor, id: string, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'concept', subjectId: id, details })
  }
}

/** A query may be of any of the termbase's languages; folded alike, they are asked once. */
function queryKeys(q: string, languages: LanguageTag[]): string[] {
  const asked = languages.map(primaryLanguage)
  return [...new Set(asked.map((language) => normaliseTerm(q, language)))].filter((key) => key !== '')
}

function numberOf(cursor: string): string {
  const number = String(decodeCursor(cursor)?.[0])
  if (/^\d{1,18}$/.test(number)) return number
  throw new DomainError('invalid-input', 'This cursor is none of ours.', {
    fields: { cursor: ['is not a `next` of a page before'] },
  })
}

function overtaken(newer: ConceptRecord): DomainError {
  return new DomainError(
    'version-behind',
    `Concept ${newer.number} has been changed by somebody else in the meantime.`,
    {
      remedy: 'Look at the newer version, and make your change to that one.',
      extra: { newer },
    },
  )
}
