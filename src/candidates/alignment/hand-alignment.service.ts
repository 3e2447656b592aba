import { Injectable } from '@nestjs/common'
import { AuditService } from '../../auth/audit.service.js'
import type { Actor } from '../../auth/roles.js'
import { type AlignmentWish, editAlignment, type EditedRow, follow } from '../../corpora/alignment.js'
import { AlignmentsService, type RowToStore, type Stretch } from '../../corpora/alignments.service.js'
import type { SentencePairRecord } from '../../corpora/document-record.js'
import { DocumentsService } from '../../corpora/documents.service.js'
import { Database, type Db } from '../../database/database.js'
import type { LanguagePair } from '../../extraction/index.js'
import { TermbasesService } from '../../glossary/termbases.service.js'
import { DomainError } from '../../shared/errors.js'
import { DeskChanges } from '../desk-changes.js'
import {
  addEvidence,
  bringBack,
  type EvidenceRow,
  evidenceIn,
  forgetUnfounded,
  type ForgottenCandidate,
  recount,
} from './evidence-of-rows.js'
import { pairsThatMayStandIn } from './pairs-in-rows.js'
import { remark } from './remark.js'

/** What came of a correction: the rows that stand there now, and how the evidence followed. */
export interface AlignmentOutcome {
  /** Of the alignment, for the next correction. */
  version: number
  position: number
  /** How many rows the new ones took the place of. */
  replaced: number
  rows: SentencePairRecord[]
  evidence: {
    /** Occurrences that stand in the new rows as they stood in the old. */
    moved: number
    /** Occurrences that are none any more: their two sides are parted. */
    lost: number
    /** Occurrences of known pairs that the new rows show for the first time. */
    found: number
  }
  /** Proposals that left the queue with their last occurrence; undo brings them back. */
  forgotten: number
}

/** What an edit replaced, kept with it. */
interface Before {
  rows: RowToStore[]
  /** By the place of its row. */
  evidence: (EvidenceRow & { row: number })[]
  forgotten: ForgottenCandidate[]
}

/** Corrects the sentence alignment of a document by hand, and lets the evidence in it follow. Decisions are never touched. */
@Injectable()
export class HandAlignmentService {
  constructor(
    private readonly database: Database,
    private readonly alignments: AlignmentsService,
    private readonly documents: DocumentsService,
    private readonly termbases: TermbasesService,
    private readonly audit: AuditService,
    private readonly changes: DeskChanges,
  ) {}

  async edit(
    actor: Actor,
    { termbaseId, documentId }: { termbaseId: string; documentId: string },
    { pair, version, wish }: { pair: string; version: number; wish: AlignmentWish },
  ): Promise<AlignmentOutcome> {
    return this.change(termbaseId, documentId, version, async (db) => {
      const stretch = await this.alignments.stretchOf(db, documentId, pair, wish)
      const { texts, languages } = await this.alignments.texts(db, documentId)
      const edited = editAlignment(stretch.rows, stretch.at, wish, texts)
      refuseNothing(stretch.rows, edited)
      const old = await this.evidenceOf(db, stretch.rows)
      const rows = edited.map((row) => storable(row, stretch.rows, actor.id))
      const ids = await this.alignments.replace(db, documentId, stretch, rows)
      const moved = old.flatMap((one) => followed(one, edited, ids))
      const fresh = await this.found(db, { termbaseId, languages }, edited, ids, moved)
      await addEvidence(db, [...moved, ...fresh])
      await recount(db, old, [...moved, ...fresh])
      const forgotten = await forgetUnfounded(db, [...new Set(old.map(({ candidateId }) => candidateId))])
      const before: Before = { rows: stretch.rows.map(asItWas), evidence: old, forgotten }
      await this.alignments.remember(db, {
        documentId,
        kind: wish.kind,
        position: stretch.position,
        rowCount: rows.length,
        before,
        authorId: actor.id,
      })
      await this.record(db, actor, documentId, `${wish.kind}-sentences`, { position: stretch.position })
      return {
        position: stretch.position,
        replaced: stretch.rows.length,
        count: rows.length,
        evidence: { moved: moved.length, lost: old.length - moved.length, found: fresh.length },
        forgotten: forgotten.length,
      }
    })
  }

  /** Takes the newest correction back: rows, evidence and proposals are as they were before it. */
  async undo(actor: Actor, termbaseId: string, documentId: string, version: number): Promise<AlignmentOutcome> {
    return this.change(termbaseId, documentId, version, async (db) => {
      const { id, position, rowCount, before } = await this.alignments.last(db, documentId)
      const { rows, evidence, forgotten } = before as Before
      const stretch: Stretch = { position, rows: await this.alignments.stretch(db, documentId, position, rowCount) }
      const now = await this.evidenceOf(db, stretch.rows)
      const ids = await this.alignments.replace(db, documentId, stretch, rows)
      const back = await bringBack(db, forgotten)
      const restored = evidence.map(({ row, candidateId, ...spans }) => ({
        ...spans,
        candidateId: back.get(candidateId) ?? candidateId,
        sentencePairId: ids[row]!,
      }))
      await addEvidence(db, restored)
      await recount(db, now, restored)
      await this.alignments.markUndone(db, id, actor.id)
      await this.record(db, actor, documentId, 'undo-alignment', { edit: id })
      return {
        position,
        replaced: rowCount,
        count: rows.length,
        evidence: { moved: restored.length, lost: 0, found: 0 },
        forgotten: 0,
      }
    })
  }

  private async change(
    termbaseId: string,
    documentId: string,
    version: number,
    work: (db: Db) => Promise<Omit<AlignmentOutcome, 'version' | 'rows'> & { count: number }>,
  ): Promise<AlignmentOutcome> {
    const { count, ...outcome } = await this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      await this.alignments.hold(db, termbaseId, documentId, version)
      return work(db)
    })
    this.changes.touch(termbaseId)
    const rows = await this.alignments.stretch(this.database.db, documentId, outcome.position, count)
    const { alignmentVersion } = await this.documents.get(termbaseId, documentId)
    return { version: alignmentVersion, rows, ...outcome }
  }

  private async evidenceOf(db: Db, rows: SentencePairRecord[]): Promise<(EvidenceRow & { row: number })[]> {
    const places = new Map(rows.map(({ id }, row) => [id, row]))
    const evidence = await evidenceIn(db, [...places.keys()])
    return evidence.map((one) => ({ ...one, row: places.get(one.sentencePairId)! }))
  }

  /** Known pairs that the new rows show with both sides, where no occurrence of them came along. */
  private async found(
    db: Db,
    { termbaseId, languages }: { termbaseId: string; languages: LanguagePair },
    edited: EditedRow[],
    ids: string[],
    moved: EvidenceRow[],
  ): Promise<EvidenceRow[]> {
    const rows = edited.map(({ source, target }) => ({ source: source?.text ?? '', target: target?.text ?? '' }))
    const pairs = await pairsThatMayStandIn(db, termbaseId, rows, {
      languages,
      states: ['proposed', 'skipped', 'accepted', 'merged'],
    })
    const came = new Set(moved.map(({ candidateId, sentencePairId }) => `${candidateId} ${sentencePairId}`))
    return remark(rows, pairs, languages)
      .filter(({ id, row }) => !came.has(`${id} ${ids[row]}`))
      .map(({ id, row, source, target }) => ({
        candidateId: id,
        sentencePairId: ids[row]!,
        sourceStart: source.start,
        sourceEnd: source.end,
        targetStart: target.start,
        targetEnd: target.end,
      }))
  }

  private record(db: Db, actor: Actor, id: string, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'document', subjectId: id, details })
  }
}

function refuseNothing(old: SentencePairRecord[], edited: EditedRow[]): void {
  const isSameRow = (row: EditedRow, i: number) =>
    isSame(row.source, old[i]!.source) && isSame(row.target, old[i]!.target)
  if (edited.length === old.length && edited.every(isSameRow))
    throw new DomainError('invalid-input', 'This would change nothing.', {
      remedy: 'Choose a place inside the sentence, or a row that has a neighbour.',
    })
}

/** A row that came through an edit as it was keeps its score and author; one that a person made is certain. */
function storable(row: EditedRow, old: SentencePairRecord[], actorId: string): RowToStore {
  const { source, target } = row
  const same = old.find((other) => isSame(other.source, source) && isSame(other.target, target))
  return same ? asItWas(same) : { source, target, score: 1, alignedBy: actorId }
}

function isSame(one: { start: number; text: string } | null, other: { start: number; text: string } | null): boolean {
  return one?.start === other?.start && one?.text === other?.text
}

function asItWas({ source, target, score, alignedBy }: SentencePairRecord): RowToStore {
  return { source, target, score, alignedBy: alignedBy?.id ?? null }
}

function followed(one: EvidenceRow & { row: number }, edited: EditedRow[], ids: string[]): EvidenceRow[] {
  const place = follow(
    {
      row: one.row,
      source: { start: one.sourceStart, end: one.sourceEnd },
      target: { start: one.targetStart, end: one.targetEnd },
    },
    edited,
  )
  if (!place) return []
  return [
    {
      candidateId: one.candidateId,
      sentencePairId: ids[place.row]!,
      sourceStart: place.source.start,
      sourceEnd: place.source.end,
      targetStart: place.target.start,
      targetEnd: place.target.end,
    },
  ]
}
