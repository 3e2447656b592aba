import { Injectable } from '@nestjs/common'
import { isDeepStrictEqual } from 'node:util'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { conceptValues, draftOf, sectionValues, termValues } from './concept-mapping.js'
import type { ConceptDraft, ConceptRecord, ConceptStatus, LanguageDraft } from './concept-record.js'
import { checkedDraft } from './concept-rules.js'
import { Concept, ConceptVersion, LanguageSection, Term } from './concept.entity.js'
import { loadConcepts as load } from './load-concepts.js'
import { type NewTerm, withTerms, withUnsaid, withoutTerms } from './concept-terms.js'
import { TermbasesService } from './termbases.service.js'
import { type ReopeningField, statusAfter } from './reopening.js'
import { keepSnapshots } from './write-concepts.js'

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
      const { reopeningFields } = await this.termbases.require(termbaseId, db)
      return this.rewrite(db, actor, before, draft, 'edit-concept', reopeningFields)
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

  /** Takes back a concept that was only just made; refuses when somebody's work stands in it since. What was added and taken away again does not. */
  async discard(db: Db, actor: Actor, termbaseId: string, id: string, version: number): Promise<void> {
    const concept = await this.lock(db, termbaseId, id)
    if (concept.version !== version && !(await this.saysWhat(db, concept, version)))
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

  /** Inside the caller's transaction: the concept as the draft says, all of it. */
  async become(
    db: Db,
    actor: Actor,
    termbaseId: string,
    id: string,
    expectedVersion: number,
    draft: ConceptDraft,
  ): Promise<ConceptRecord> {
    const before = await this.lock(db, termbaseId, id)
    if (before.version !== expectedVersion) throw overtaken(before)
    return this.rewrite(db, actor, before, draft, 'merge-concepts')
  }

  /** Inside the caller's transaction: retired, because the other stands for it from now on. */
  async replaceBy(
    db: Db,
    actor: Actor,
    termbaseId: string,
    id: string,
    expectedVersion: number,
    replacement: string,
  ): Promise<void> {
    const before = await this.lock(db, termbaseId, id)
    if (before.version !== expectedVersion) throw overtaken(before)
    await this.rewrite(db, actor, before, { status: 'retired' }, 'merge-concepts')
    await db.update(Concept, id, { replacedBy: replacement })
    // Those that it stood for itself are stood for by the same one.
    await db.update(Concept, { replacedBy: id }, { replacedBy: replacement })
  }

  /** The concept that a merged one went into; null for one that stands for itself. */
  async replacementOf(termbaseId: string, id: string): Promise<{ id: string; number: number } | null> {
    const [row]: { id: string; number: number }[] = await this.database.db.query(
      `SELECT r.id, r.number::integer FROM concepts c JOIN concepts r ON r.id = c.replaced_by
       WHERE c.id = $1 AND c.termbase_id = $2 AND c.status = 'retired'`,
      [id, termbaseId],
    )
    return row ?? null
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

  /** Whether the concept says what it said in that version, and nobody has said anything about it. */
  private async saysWhat(db: Db, concept: ConceptRecord, version: number): Promise<boolean> {
    const kept = await db.findOneBy(ConceptVersion, { conceptId: concept.id, version })
    const comments: unknown[] = await db.query(`SELECT 1 FROM comments WHERE concept_id = $1 LIMIT 1`, [concept.id])
    return comments.length === 0 && isDeepStrictEqual(kept?.snapshot && draftOf(kept.snapshot), draftOf(concept))
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
    reopening: ReopeningField[] = [],
  ): Promise<ConceptRecord> {
    const kept = changes.languages ? { ...changes, languages: withUnsaid(before, changes.languages) } : changes
    const wanted = checkedDraft({ ...draftOf(before), ...kept })
    const checked = { ...wanted, status: statusAfter(draftOf(before), wanted, reopening) }
    await keepSnapshots(db, [before])
    // One that is used again stands for itself.
    const standing = checked.status === 'retired' ? {} : { replacedBy: null }
    const version = before.version + 1
    const own = { ...conceptValues(checked), ...standing, version, updatedBy: actor.id, updatedAt: new Date() }
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
