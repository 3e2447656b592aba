import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import {
  type BulkAnswer,
  type BulkDecision,
  decide,
  decideBulk,
  knownVersion,
  ownDecisions,
  patchCandidate,
  patchRow,
  patchRows,
  refreshAround,
  storeCandidate,
  undoBatch,
  undoDecision,
} from '../../api/candidates.js'
import { ApiProblem, call } from '../../api/client.js'
import { meKey, noticeSignedOut } from '../../api/query-client.js'
import type { Candidate, CandidateRow, CandidateState, NewDecision, Person } from '../../api/types.js'
import { newId } from '../new-id.js'
import { KeptDecisions, type Sent } from './kept-decisions.js'
import { Outbox } from './outbox.js'

type Answered = Awaited<ReturnType<typeof decide>>

/** What `undo` would take back next, newest last. */
type Done =
  | {
      type: 'single'
      candidateId: string
      before: CandidateState | null
      decisionId: Promise<string | null>
      withdraw: () => boolean
    }
  /** `before` is unknown of an action that was done before the page was loaded. */
  | { type: 'batch'; batchId: string; before: CandidateRow[] | null }

export interface Failure {
  /** The candidate as it was before. */
  row: CandidateRow
  decision: NewDecision
  problem: unknown
}

const outcome: Record<NewDecision['kind'], CandidateState> = {
  accept: 'accepted',
  edit: 'accepted',
  reject: 'rejected',
  merge: 'merged',
  skip: 'skipped',
  reopen: 'proposed',
}

/**
 * The editor's desk in one termbase: decisions show at once, travel in order, and can be taken back one by one.
 * It outlives the review screen, so that undo still works after looking something up elsewhere.
 */
export class Desk {
  private readonly outbox: Outbox<Sent, Answered>
  private readonly listeners = new Set<() => void>()
  private readonly kept: KeptDecisions
  /** The newest version that any answer has told. */
  private readonly versions = new Map<string, number>()
  private history: Done[] = []
  failures: ReadonlyMap<string, Failure> = new Map()
  version = 0

  constructor(
    private readonly client: QueryClient,
    private readonly termbaseId: string,
    personId: string,
  ) {
    this.kept = new KeptDecisions(window.localStorage, personId, termbaseId)
    this.outbox = new Outbox({
      send: ({ row, decision }) => decide(termbaseId, row.id, { ...decision, version: this.versionOf(row) }),
      isLostConnection: canBeSentLater,
      pause: untilWorthTrying,
    })
    this.outbox.subscribe(() => this.changed())
    void this.remember()
  }

  /** After a reload: what was not sent goes out now, and what was decided before can still be taken back. */
  private async remember(): Promise<void> {
    const unsent = this.kept.all()
    for (const sent of unsent) void this.dispatch(sent)
    const decisions = await ownDecisions(this.termbaseId).catch(() => [])
    const known = new Set(unsent.map(({ decision }) => decision.id))
    const earlier = decisions
      .filter(({ decisionId }) => !known.has(decisionId ?? ''))
      .map(({ decisionId, batchId, candidateId }): Done =>
        batchId
          ? { type: 'batch', batchId, before: null }
          : {
              type: 'single',
              candidateId,
              before: null,
              decisionId: Promise.resolve(decisionId),
              withdraw: () => false,
            },
      )
    this.history = [...earlier.toReversed(), ...this.history]
    this.changed()
  }

  /** Shows the decision at once and sends it. Resolves when the server has agreed, or null when it did not. */
  decide(row: CandidateRow, decision: NewDecision): Promise<CandidateRow | null> {
    const sent: Sent = { row, decision: { ...decision, id: newId() }, at: Date.now() }
    this.kept.keep(sent)
    return this.dispatch(sent)
  }

  private async dispatch(sent: Sent): Promise<CandidateRow | null> {
    const { row, decision } = sent
    this.forget(row.id)
    this.show(row.id, outcome[decision.kind])
    const entry = this.outbox.add(row.id, sent)
    const done: Done = {
      type: 'single',
      candidateId: row.id,
      before: row.state,
      decisionId: entry.answer.then(
        (answer) => answer?.decision.id ?? null,
        () => null,
      ),
      withdraw: () => this.outbox.withdraw(entry),
    }
    this.history.push(done)
    try {
      const answer = await entry.answer
      if (!answer) return null
      this.store(answer.candidate)
      refreshAround(this.client, this.termbaseId)
      return answer.candidate
    } catch (problem) {
      this.history = this.history.filter((other) => other !== done)
      this.show(row.id, row.state)
      this.failures = new Map(this.failures).set(row.id, { row, decision, problem })
      this.changed()
      if (isStale(problem)) await this.reload(row.id)
      return null
    } finally {
      this.kept.forget(sent)
    }
  }

  /** The row as it will be when all that waits has arrived. */
  expected(row: CandidateRow): CandidateRow {
    const last = this.outbox.snapshot.findLast(({ key }) => key === row.id)
    const state = last && outcome[last.content.decision.kind]
    return state && state !== row.state ? { ...row, state } : row
  }

  async decideBulk(body: BulkDecision, affects: (row: CandidateRow) => boolean): Promise<BulkAnswer> {
    const answer = await decideBulk(this.termbaseId, body)
    const skipped = new Set(answer.skipped.map(({ id }) => id))
    const before: CandidateRow[] = []
    patchRows(this.client, this.termbaseId, (row) => {
      if (!affects(row) || skipped.has(row.id)) return row
      before.push(row)
      return { ...row, state: outcome[body.kind] }
    })
    this.history.push({ type: 'batch', batchId: answer.batchId, before })
    this.changed()
    this.refreshAfterBatch()
    return answer
  }

  /** Skips the pairs that are fragments of this one, together. */
  fold(row: CandidateRow): Promise<BulkAnswer> {
    const inside = (other: CandidateRow) =>
      other.state === 'proposed' &&
      other.id !== row.id &&
      row.source.includes(other.source) &&
      row.target.toLowerCase().includes(other.target.toLowerCase())
    const body: BulkDecision = { kind: 'skip', reason: 'contained', filter: { containedIn: row.id, state: 'proposed' } }
    return this.decideBulk(body, inside)
  }

  get canUndo(): boolean {
    return this.history.length > 0
  }

  /** Takes the newest decision back; the candidate it was about, or how many, or null when there is nothing to undo. */
  async undo(): Promise<{ candidateId: string } | { batchId: string; count: number } | null> {
    const done = this.history.pop()
    this.changed()
    if (!done) return null
    if (done.type === 'batch') return { batchId: done.batchId, ...(await this.takeBack(done)) }
    await this.undoSingle(done)
    return { candidateId: done.candidateId }
  }

  /** From the notice that a bulk decision leaves behind, whatever was decided since. */
  async undoBatch(batchId: string): Promise<{ count: number } | null> {
    const done = this.history.find((other) => other.type === 'batch' && other.batchId === batchId)
    if (done?.type !== 'batch') return null
    this.history = this.history.filter((other) => other !== done)
    return this.takeBack(done)
  }

  private async takeBack({ batchId, before }: Extract<Done, { type: 'batch' }>): Promise<{ count: number }> {
    const { undone } = await undoBatch(this.termbaseId, batchId)
    const states = new Map(before?.map(({ id, state }) => [id, state]))
    patchRows(this.client, this.termbaseId, (row) => {
      const state = states.get(row.id)
      return state ? { ...row, state } : row
    })
    this.refreshAfterBatch()
    return { count: undone }
  }

  private async undoSingle(done: Extract<Done, { type: 'single' }>): Promise<void> {
    if (done.withdraw()) {
      if (done.before) this.show(done.candidateId, done.before)
      return
    }
    const decisionId = await done.decisionId
    if (!decisionId) return
    try {
      const { candidate } = await undoDecision(this.termbaseId, decisionId)
      this.store(candidate)
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.isOffline) this.history.push(done)
      else await this.reload(done.candidateId)
      throw problem
    } finally {
      refreshAround(this.client, this.termbaseId)
    }
  }

  isPending(candidateId: string): boolean {
    return this.outbox.snapshot.some(({ key }) => key === candidateId)
  }

  /** What waits survives a reload. */
  get keepsDecisions(): boolean {
    return this.kept.isSafe
  }

  get waitingCount(): number {
    return this.outbox.snapshot.length
  }

  /** Decisions wait because the server does not answer. */
  get isDelayed(): boolean {
    return this.outbox.isDelayed
  }

  forget(candidateId: string): void {
    if (!this.failures.has(candidateId)) return
    const failures = new Map(this.failures)
    failures.delete(candidateId)
    this.failures = failures
    this.changed()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private show(id: string, state: CandidateState): void {
    patchRow(this.client, this.termbaseId, id, { state })
    patchCandidate(this.client, this.termbaseId, id, { state })
  }

  /** An answer may have come since the row was drawn. */
  private versionOf(row: CandidateRow): number {
    return Math.max(row.version, this.versions.get(row.id) ?? 0, knownVersion(this.client, this.termbaseId, row.id))
  }

  private store(candidate: CandidateRow): void {
    this.versions.set(candidate.id, Math.max(candidate.version, this.versions.get(candidate.id) ?? 0))
    storeCandidate(this.client, this.termbaseId, candidate)
  }

  private async reload(id: string): Promise<void> {
    const candidate = await call<Candidate>(`/termbases/${this.termbaseId}/candidates/${id}`).catch(() => null)
    if (candidate) this.store(candidate)
  }

  private refreshAfterBatch(): void {
    void this.client.invalidateQueries({ queryKey: ['candidate', this.termbaseId] })
    refreshAround(this.client, this.termbaseId)
  }

  private changed(): void {
    this.version += 1
    for (const listener of this.listeners) listener()
  }
}

function isStale(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'stale'
}

/** No answer, or a session that has ended: the decision stands and goes out after the connection or the sign-in is back. */
function canBeSentLater(problem: unknown): boolean {
  noticeSignedOut(problem)
  return problem instanceof ApiProblem && (problem.isOffline || problem.code === 'not-signed-in')
}

/** 1, 2, 4 … 15 seconds, or at once when the browser says that it is connected again. */
function untilWorthTrying(attempts: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, Math.min(15, 2 ** (attempts - 1)) * 1000)
    window.addEventListener('online', go)
  })
}

/** One desk a person and termbase for as long as the page is open. */
const desks = new Map<string, Desk>()

function deskOf(client: QueryClient, termbaseId: string): Desk {
  const personId = client.getQueryData<Person>(meKey)?.id ?? ''
  const key = `${personId} ${termbaseId}`
  const desk = desks.get(key) ?? new Desk(client, termbaseId, personId)
  desks.set(key, desk)
  return desk
}

const DeskContext = createContext<Desk | null>(null)

export function DeskProvider({ termbaseId, children }: { termbaseId: string; children: ReactNode }) {
  const client = useQueryClient()
  const [desk] = useState(() => deskOf(client, termbaseId))
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.waitingCount > 0 && !desk.keepsDecisions) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [desk])
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>
}

/** The desk, drawn again whenever something on it changed. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a DeskProvider around it')
  useSyncExternalStore(desk.subscribe, () => desk.version)
  return desk
}
