import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { In, IsNull } from 'typeorm'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { ConceptMatchesService, type PairOfTerms } from '../glossary/concept-matches.service.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import { termsOf, withForms } from './accepted-terms.js'
import type { CandidateFilter } from './candidate-filter.js'
import type { CandidateRow } from './candidate-record.js'
import { Candidate, Decision, type DecisionEffect } from './candidate.entity.js'
import { decideTogether, undoTogether } from './decide-together.js'
import { DeskChanges } from './desk-changes.js'
import { QueueService } from './queue.service.js'
import { RankingsService } from './ranking/rankings.service.js'
import { cannotDecide, cannotUndo, noCandidate } from './refusals.js'
import { type CandidateState, type DecisionKind, stateAfter } from './review.js'

/** What an editor says of one candidate. */
export interface DecisionWish {
  kind: DecisionKind
  /** Chosen by whoever sends it: the same decision sent twice, because no answer came, is made once. */
  id?: string
  /** The candidate's version that the editor saw; a newer one refuses the decision. */
  version?: number
  reason?: string
  /** The terms as the editor wants them, for `edit`. */
  source?: string
  target?: string
  /** Accept as further terms of this concept. */
  conceptId?: string
  /** Accept as a concept of its own although another shares a term. */
  newConcept?: boolean
  /** For `merge`: the candidate that stays. */
  mergeInto?: string
}

export interface BulkWish {
  kind: Exclude<DecisionKind, 'edit'>
  /** For `merge`: the candidate that stays. */
  mergeInto?: string
  reason?: string
  ids?: string[]
  filter?: CandidateFilter
  /** How many the editor was told it would be. */
  expectedCount?: number
}

export interface Decided {
  candidate: CandidateRow
  decision: NonNullable<CandidateRow['lastDecision']>
}

/** At most so many at once: one transaction, answered while a person waits. */
export const MOST_AT_ONCE = 20_000

@Injectable()
export class ReviewService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly concepts: ConceptsService,
    private readonly matches: ConceptMatchesService,
    private readonly queue: QueueService,
    private readonly audit: AuditService,
    private readonly changes: DeskChanges,
    private readonly rankings: RankingsService,
  ) {}

  async decide(actor: Actor, termbaseId: string, candidateId: string, wish: DecisionWish): Promise<Decided> {
    await this.database.inTransaction(async (db) => {
      const candidate = await this.lock(db, termbaseId, candidateId)
      if (wish.id && (await this.wasMade(db, wish.id, candidateId))) return
      if (wish.version !== undefined && wish.version !== candidate.version) throw await this.stale(db, candidate)
      await this.apply(db, actor, candidate, wish, null)
      await this.rankings.noticeDecisions(db, actor, termbaseId, 1)
    })
    this.changes.touch(termbaseId)
    const [candidate] = await this.queue.rows([candidateId])
    return { candidate: candidate!, decision: candidate!.lastDecision! }
  }

  /** Sent once more because the answer got lost. Taken back meanwhile, it is not made again. */
  private async wasMade(db: Db, id: string, candidateId: string): Promise<boolean> {
    const made = await db.findOneBy(Decision, { id })
    if (!made) return false
    if (made.candidateId === candidateId && !made.undoneAt) return true
    throw new DomainError('conflict', 'This decision was sent before, and does not stand any more.', {
      remedy: 'Decide again.',
    })
  }

  /** The same decision for many. Those it cannot be made for are told one by one; the others are decided together. */
  async decideAll(
    actor: Actor,
    termbaseId: string,
    wish: BulkWish,
  ): Promise<{ batchId: string; decided: number; skipped: { id: string; why: string }[] }> {
    const ids = wish.ids ? [...new Set(wish.ids)] : await this.queue.idsMatching(termbaseId, wish.filter ?? {})
    refuseTooMany(ids.length, wish.expectedCount)
    const batchId = randomUUID()
    const skipped = await this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      const undecided = await this.decideMany(db, actor, { termbaseId, ids, wish, batchId })
      await this.rankings.noticeDecisions(db, actor, termbaseId, ids.length - undecided.length)
      return undecided
    })
    this.changes.touch(termbaseId)
    return { batchId, decided: ids.length - skipped.length, skipped }
  }

  async undo(actor: Actor, termbaseId: string, decisionId: string): Promise<CandidateRow> {
    const candidateId = await this.database.inTransaction(async (db) => {
      const decision = await this.decisionOf(db, termbaseId, decisionId)
      await this.revert(db, actor, termbaseId, decision)
      await this.rankings.noticeDecisions(db, actor, termbaseId, 1)
      return decision.candidateId
    })
    this.changes.touch(termbaseId)
    return (await this.queue.rows([candidateId]))[0]!
  }

  /** All decisions of a bulk action, last first: all are undone, or none. */
  async undoAll(actor: Actor, termbaseId: string, batchId: string): Promise<{ undone: number }> {
    const undone = await this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      const decisions = await this.decisionsOf(db, termbaseId, batchId)
      if (decisions.length === 0)
        throw new DomainError('not-found', 'There is nothing left to undo of this action.', {
          remedy: 'Reload the queue.',
        })
      if (decisions.some(({ kind }) => kind === 'accept' || kind === 'merge'))
        for (const decision of decisions) await this.revert(db, actor, termbaseId, decision)
      else {
        await undoTogether(db, actor, batchId)
        await this.recordBatch(db, actor, batchId, 'undo-decisions', decisions.length)
      }
      await this.rankings.noticeDecisions(db, actor, termbaseId, decisions.length)
      return decisions.length
    })
    this.changes.touch(termbaseId)
    return { undone }
  }

  /** Returns those it cannot be made for. */
  private async decideMany(
    db: Db,
    actor: Actor,
    { termbaseId, ids, wish, batchId }: { termbaseId: string; ids: string[]; wish: BulkWish; batchId: string },
  ): Promise<{ id: string; why: string }[]> {
    if (wish.kind === 'accept' || wish.kind === 'merge')
      return this.decideEach(db, actor, { termbaseId, ids, wish: { ...wish, kind: wish.kind }, batchId })
    const { kind, reason } = wish
    await this.recordBatch(db, actor, batchId, `${kind}-candidates`, ids.length)
    return decideTogether(db, actor, { termbaseId, ids, kind, reason: reason?.trim() || null, batchId })
  }

  /** One by one, because each makes or extends a concept. */
  private async decideEach(
    db: Db,
    actor: Actor,
    { termbaseId, ids, wish, batchId }: { termbaseId: string; ids: string[]; wish: DecisionWish; batchId: string },
  ): Promise<{ id: string; why: string }[]> {
    const { kind, reason, mergeInto } = wish
    const skipped: { id: string; why: string }[] = []
    for (const id of ids) {
      const candidate = await this.lock(db, termbaseId, id)
      try {
        await this.apply(db, actor, candidate, { kind, reason, mergeInto }, batchId)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        skipped.push({ id, why: error.message })
      }
    }
    return skipped
  }

  private async apply(
    db: Db,
    actor: Actor,
    candidate: Candidate,
    wish: DecisionWish,
    batchId: string | null,
  ): Promise<void> {
    const toState = stateAfter(candidate.state, wish.kind)
    if (!toState) throw cannotDecide(candidate.state, wish.kind)
    const source = wish.source?.trim() || candidate.source
    const target = wish.target?.trim() || candidate.target
    const effect =
      toState === 'accepted'
        ? await this.accept(db, actor, candidate, { ...wish, source, target })
        : toState === 'merged'
          ? await this.joinConcept(db, actor, candidate, await this.requireMergeTarget(db, candidate, wish.mergeInto))
          : {}
    await db.update(Candidate, candidate.id, {
      state: toState,
      version: candidate.version + 1,
      conceptId: toState === 'accepted' ? (effect.createdConcept?.id ?? effect.extendedConcept?.id ?? null) : null,
      mergedInto: toState === 'merged' ? wish.mergeInto! : null,
    })
    const edited = wish.kind === 'edit' ? { source, target } : { source: null, target: null }
    const decision = await db.save(
      Decision,
      db.create(Decision, {
        ...(wish.id ? { id: wish.id } : {}),
        candidateId: candidate.id,
        kind: wish.kind,
        fromState: candidate.state,
        toState,
        authorId: actor.id,
        reason: wish.reason?.trim() || null,
        ...edited,
        effect,
        batchId,
      }),
    )
    await this.record(db, actor, candidate.id, `${wish.kind}-candidate`, { decision: decision.id, ...edited })
  }

  /** Into the glossary: further terms of the concept the editor named, or a concept of its own. */
  private async accept(
    db: Db,
    actor: Actor,
    candidate: Candidate,
    wish: DecisionWish & { source: string; target: string },
  ): Promise<DecisionEffect> {
    const { termbaseId } = candidate
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId, db)
    const pair: PairOfTerms = {
      source: { language: sourceLanguage, text: wish.source },
      target: { language: targetLanguage, text: wish.target },
    }
    const sharing = wish.newConcept ? [] : await this.matches.sharing(termbaseId, pair, db)
    const exact = sharing.find(({ relation }) => relation === 'exact')
    const home = wish.conceptId ?? exact?.conceptId
    const mergedIn = await db.find(Candidate, {
      where: { mergedInto: candidate.id },
      order: { score: 'DESC', id: 'ASC' },
    })
    const terms = withForms(termsOf(candidate, pair), pair, mergedIn)
    if (home) {
      const { added, statusBefore } = await this.concepts.extend(db, actor, termbaseId, home, terms)
      return { extendedConcept: { id: home, terms: added, statusBefore } }
    }
    if (sharing.length > 0)
      throw new DomainError(
        'conflict',
        `The termbase has a concept with ${sharing[0]!.relation === 'same-source' ? wish.source : wish.target} already.`,
        {
          remedy: 'Add the pair to that concept as a synonym, or make it a concept of its own.',
          extra: { offers: sharing },
        },
      )
    const languages = [sourceLanguage, targetLanguage].map((language) => ({
      language,
      terms: terms.filter((term) => term.language === language).map(({ language: _, ...term }) => term),
    }))
    const created = await this.concepts.add(
      db,
      actor,
      termbaseId,
      { status: 'approved', languages },
      'accept-candidate',
    )
    return { createdConcept: { id: created.id, version: created.version } }
  }

  /** Merged into a pair that is in the glossary already, its terms join that concept; else they come along when the pair is accepted. */
  private async joinConcept(db: Db, actor: Actor, candidate: Candidate, into: Candidate): Promise<DecisionEffect> {
    if (!into.conceptId) return {}
    const { sourceLanguage, targetLanguage } = await this.termbases.require(candidate.termbaseId, db)
    const pair: PairOfTerms = {
      source: { language: sourceLanguage, text: into.source },
      target: { language: targetLanguage, text: into.target },
    }
    const forms = withForms([], pair, [candidate])
    if (forms.length === 0) return {}
    const { added, statusBefore } = await this.concepts.extend(db, actor, candidate.termbaseId, into.conceptId, forms)
    return { extendedConcept: { id: into.conceptId, terms: added, statusBefore } }
  }

  private async revert(db: Db, actor: Actor, termbaseId: string, decision: Decision): Promise<void> {
    const candidate = await this.lock(db, termbaseId, decision.candidateId)
    const standing = await db.findOne(Decision, {
      where: { candidateId: candidate.id, undoneAt: IsNull() },
      order: { at: 'DESC', id: 'ASC' },
    })
    if (decision.undoneAt || standing?.id !== decision.id)
      throw cannotUndo(decision.undoneAt !== null, standing?.id ?? null)
    await this.revertEffect(db, actor, termbaseId, decision.effect)
    await db.update(Decision, decision.id, { undoneAt: new Date(), undoneBy: actor.id })
    await db.update(Candidate, candidate.id, {
      state: decision.fromState,
      version: candidate.version + 1,
      conceptId: null,
      mergedInto: null,
    })
    await this.record(db, actor, candidate.id, 'undo-decision', { decision: decision.id })
  }

  private async revertEffect(
    db: Db,
    actor: Actor,
    termbaseId: string,
    { createdConcept, extendedConcept }: DecisionEffect,
  ): Promise<void> {
    if (createdConcept) await this.concepts.discard(db, actor, termbaseId, createdConcept.id, createdConcept.version)
    if (extendedConcept) await this.concepts.shrink(db, actor, termbaseId, extendedConcept.id, extendedConcept)
  }

  private async lock(db: Db, termbaseId: string, id: string): Promise<Candidate> {
    const candidate = await db.findOne(Candidate, { where: { id, termbaseId }, lock: { mode: 'pessimistic_write' } })
    if (!candidate) throw noCandidate(id)
    return candidate
  }

  private async decisionOf(db: Db, termbaseId: string, id: string): Promise<Decision> {
    const decision = await db.findOneBy(Decision, { id })
    if (!decision || !(await db.existsBy(Candidate, { id: decision.candidateId, termbaseId })))
      throw new DomainError('not-found', `There is no decision ${id} in this termbase.`)
    return decision
  }

  /** Those of a bulk action that stand, last first. */
  private decisionsOf(db: Db, termbaseId: string, batchId: string): Promise<Decision[]> {
    return db
      .createQueryBuilder(Decision, 'd')
      .innerJoin(Candidate, 'c', 'c.id = d.candidateId AND c.termbaseId = :termbaseId', { termbaseId })
      .where('d.batchId = :batchId AND d.undoneAt IS NULL', { batchId })
      .orderBy('d.at', 'DESC')
      .addOrderBy('d.id', 'DESC')
      .getMany()
  }

  private async requireMergeTarget(db: Db, candidate: Candidate, mergeInto: string | undefined): Promise<Candidate> {
    const fields = { mergeInto: ['must be another candidate of this termbase that is not merged itself'] }
    const open: CandidateState[] = ['proposed', 'accepted', 'skipped']
    const found =
      mergeInto &&
      mergeInto !== candidate.id &&
      (await db.findOneBy(Candidate, { id: mergeInto, termbaseId: candidate.termbaseId, state: In(open) }))
    if (!found)
      throw new DomainError('invalid-input', 'The candidate to merge into is missing.', {
        remedy: 'Choose the candidate that stays.',
        fields,
      })
    return found
  }

  private async stale(db: Db, candidate: Candidate): Promise<DomainError> {
    const [newer] = await this.queue.rows([candidate.id], undefined, db)
    const by = newer?.lastDecision
    return new DomainError(
      'stale',
      by
        ? `${by.author.name} has decided this candidate meanwhile: ${by.kind}.`
        : 'This candidate has changed meanwhile.',
      {
        remedy: 'Look at the newer decision; undo it if you disagree.',
        extra: { newer },
      },
    )
  }

  /** One line for all: each decision has its own row already. */
  private recordBatch(db: Db, actor: Actor, id: string, action: string, count: number): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'batch', subjectId: id, details: { count } })
  }

  private record(db: Db, actor: Actor, id: string, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'candidate', subjectId: id, details })
  }
}

function refuseTooMany(count: number, expected: number | undefined): void {
  if (count > MOST_AT_ONCE)
    throw new DomainError('too-large', `${count} candidates match; at most ${MOST_AT_ONCE} are decided at once.`, {
      remedy: 'Narrow the filter.',
    })
  if (expected !== undefined && expected !== count)
    throw new DomainError('stale', `${count} candidates match now, not ${expected}.`, {
      remedy: 'Look at the list again, then confirm.',
      extra: { count },
    })
}
