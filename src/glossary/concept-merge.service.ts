import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { ConceptBatchesService } from './concept-batches.service.js'
import type { ConceptRecord } from './concept-record.js'
import { ConceptsService } from './concepts.service.js'
import { type Choices, type MergePlan, mergePlan } from './merge-concepts.js'
import { TermbasesService } from './termbases.service.js'

export interface MergeWish {
  /** The concept that goes into the other. */
  other: string
  /** The version of it that the editor saw. */
  otherVersion?: number
  choices?: Choices
}

export interface MergeView extends Omit<MergePlan, 'draft'> {
  left: ConceptRecord
  right: ConceptRecord
  /** The merged concept as it would be read. */
  result: ConceptRecord
}

/** One concept out of two. The other is retired, and says which one stands for it. */
@Injectable()
export class ConceptMergeService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly concepts: ConceptsService,
    private readonly batches: ConceptBatchesService,
  ) {}

  async preview(termbaseId: string, id: string, { other, choices }: MergeWish): Promise<MergeView> {
    const [left, right] = await this.both(this.database.db, termbaseId, id, other)
    const { draft, ...plan } = mergePlan(left, right, choices)
    return { left, right, ...plan, result: { ...left, ...(draft as Partial<ConceptRecord>) } }
  }

  async merge(
    actor: Actor,
    termbaseId: string,
    id: string,
    expectedVersion: number,
    { other, otherVersion, choices }: MergeWish,
  ): Promise<{ concept: ConceptRecord; batchId: string }> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      const [left, right] = await this.both(db, termbaseId, id, other)
      const { draft } = mergePlan(left, right, choices)
      await this.concepts.replaceBy(db, actor, termbaseId, other, otherVersion ?? right.version, id)
      const concept = await this.concepts.become(db, actor, termbaseId, id, expectedVersion, draft)
      const batchId = await this.batches.keep(db, actor, {
        termbaseId,
        kind: 'merge',
        details: { into: left.number, merged: right.number },
        concepts: [id, other],
      })
      return { concept, batchId }
    })
  }

  private async both(db: Db, termbaseId: string, id: string, other: string): Promise<[ConceptRecord, ConceptRecord]> {
    if (id === other)
      throw new DomainError('invalid-input', 'A concept cannot be merged into itself.', {
        remedy: 'Choose another concept.',
        fields: { other: ['must be another concept'] },
      })
    const left = await this.concepts.get(termbaseId, id, db)
    const right = await this.concepts.get(termbaseId, other, db)
    const retired = [left, right].find(({ status }) => status === 'retired')
    if (retired)
      throw new DomainError('conflict', `Concept ${retired.number} is retired.`, {
        remedy: 'Approve it again first, or choose another one.',
      })
    return [left, right]
  }
}
