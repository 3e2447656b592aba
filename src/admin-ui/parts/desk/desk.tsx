import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import {
  type BulkAnswer,
  type BulkDecision,
  decide,
  decideBulk,
  knownVersion,
  patchCandidate,
  patchRow,
  patchRows,
  refreshAround,
  storeCandidate,
  undoBatch,
  undoDecision,
} from '../../api/candidates.js'
import { ApiProblem, call } from '../../api/client.js'
import { noticeSignedOut } from '../../api/query-client.js'
import type { Candidate, CandidateRow, CandidateState, NewDecision } from '../../api/types.js'
import { Outbox } from './outbox.js'

type Sent = { row: CandidateRow; decision: NewDecision }
type Answered = Awaited<ReturnType<typeof decide>>

/** What `undo` would take back next, newest last. */
type Done =
  | { type: 'single'; row: CandidateRow; decisionId: Promise<string | null>; withdraw: () => boolean }
  | { type: 'batch'; batchId: string; before: CandidateRow[] }

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
  private history: Done[] = []
  failures: ReadonlyMap<string, Failure> = new Map()
  version = 0

  constructor(
    private readonly client: QueryClient,
    private readonly termbaseId: string,
  ) {
    this.outbox = new Outbox({
      send: ({ row, decision }) => decide(termbaseId, row.id, { ...decision, version: this.versionOf(row) }),
      isLostConnection: canBeSentLater,
      pause: untilWorthTrying,
    })
    this.outbox.subscribe(() => this.changed())
  }

  /** Shows the decision at once and sends it. Resolves when the server has agreed, or null when it did not. */
  async decide(row: CandidateRow, decision: NewDecision): Promise<CandidateRow | null> {
    this.forget(row.id)
    this.show(row.id, outcome[decision.kind])
    const entry = this.outbox.add(row.id, { row, decision })
    const done: Done = {
      type: 'single',
      row,
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
      storeCandidate(this.client, this.termbaseId, answer.candidate)
      refreshAround(this.client, this.termbaseId)
      return answer.candidate
    } catch (problem) {
      this.history = this.history.filter((other) => other !== done)
      this.show(row.id, row.state)
      this.failures = new Map(this.failures).set(row.id, { row, decision, problem })
      this.changed()
      if (isStale(problem)) await this.reload(row.id)
      return null
    }
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
    return { candidateId: done.row.id }
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
    const states = new Map(before.map(({ id, state }) => [id, state]))
    patchRows(this.client, this.termbaseId, (row) => ({ ...row, state: states.get(row.id) ?? row.state }))
    this.refreshAfterBatch()
    return { count: undone }
  }

  private async undoSingle(done: Extract<Done, { type: 'single' }>): Promise<void> {
    if (done.withdraw()) {
      this.show(done.row.id, done.row.state)
      return
    }
    const decisionId = await done.decisionId
    if (!decisionId) return
    try {
      const { candidate } = await undoDecision(this.termbaseId, decisionId)
      storeCandidate(this.client, this.termbaseId, candidate)
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.isOffline) this.history.push(done)
      else await this.reload(done.row.id)
      throw problem
    } finally {
      refreshAround(this.client, this.termbaseId)
    }
  }

  isPending(candidateId: string): boolean {
    return this.outbox.snapshot.some(({ key }) => key === candidateId)
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
    return Math.max(row.version, knownVersion(this.client, this.termbaseId, row.id))
  }

  private async reload(id: string): Promise<void> {
    const candidate = await call<Candidate>(`/termbases/${this.termbaseId}/candidates/${id}`).catch(() => null)
    if (candidate) storeCandidate(this.client, this.termbaseId, candidate)
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

/** One desk a termbase for as long as the page is open. */
const desks = new Map<string, Desk>()

function deskOf(client: QueryClient, termbaseId: string): Desk {
  const desk = desks.get(termbaseId) ?? new Desk(client, termbaseId)
  desks.set(termbaseId, desk)
  return desk
}

const DeskContext = createContext<Desk | null>(null)

export function DeskProvider({ termbaseId, children }: { termbaseId: string; children: ReactNode }) {
  const client = useQueryClient()
  const [desk] = useState(() => deskOf(client, termbaseId))
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.waitingCount > 0) event.preventDefault()
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
