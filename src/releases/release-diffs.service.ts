import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { decodeCursor, encodeCursor } from '../shared/page.js'
import { DomainError } from '../shared/errors.js'
import { changelog } from './changelog.js'
import { type Contents, differencesOf, type Differing, differingConcepts } from './differing.js'
import { type PublishWarning, publishWarnings } from './publish-warnings.js'
import { type ConceptDifference, type DifferenceKind, differenceKinds } from './release-diff.js'
import type { ReleaseNumber } from './release-number.js'
import { ReleasesService, type ReleaseSummary } from './releases.service.js'

export interface DiffFilter {
  kind?: DifferenceKind | undefined
  /** Part of a term, or of what a field said or says. */
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

type Counts = Record<DifferenceKind, number>

/** A page of what differs, in the order of the concepts; `counts` are of the whole. */
export interface DiffPage extends Record<DifferenceKind, ConceptDifference[]> {
  counts: Counts
  next: string | null
}

export interface ReleaseDiff extends DiffPage {
  from: number
  to: number
}

export interface ReleasePreview extends DiffPage {
  /** The release that is compared with; null before the first. */
  from: number | null
  /** The number it would get if it were published now. */
  number: number
  conceptCount: number
  isUnchanged: boolean
  warnings: PublishWarning[]
}

/** Which concepts differ between two releases never changes: the latest answers are kept, unless they are large. */
const keptDiffs = 20
const largestKept = 20_000

@Injectable()
export class ReleaseDiffsService {
  private readonly kept = new Map<string, Differing[]>()

  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
    private readonly termbases: TermbasesService,
  ) {}

  async diff(termbaseId: string, from: ReleaseNumber, to: ReleaseNumber, filter: DiffFilter): Promise<ReleaseDiff> {
    const [before, after] = await this.pair(termbaseId, from, to)
    const differing = await this.differing(before, after)
    const page = await this.page({ release: before.id }, { release: after.id }, differing, filter)
    return { from: before.number, to: after.number, ...page }
  }

  /** What publishing now would change, and what to look at before. */
  async preview(termbaseId: string, filter: DiffFilter): Promise<ReleasePreview> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const newest = await this.releases.newestOf(termbaseId)
    const [before, after]: Contents[] = [newest ? { release: newest.id } : 'nothing', { approvedOf: termbaseId }]
    const { db } = this.database
    const differing = await differingConcepts(db, before!, after!)
    const page = await this.page(before!, after!, differing, filter)
    const { added, removed } = page.counts
    return {
      from: newest?.number ?? null,
      number: (newest?.number ?? 0) + 1,
      conceptCount: (newest?.conceptCount ?? 0) + added - removed,
      isUnchanged: newest !== null && differing.length === 0,
      warnings: filter.cursor ? [] : await publishWarnings(db, termbaseId, [sourceLanguage, targetLanguage]),
      ...page,
    }
  }

  /** The differences as Markdown, written while they are read. */
  async changelog(
    termbaseId: string,
    from: ReleaseNumber,
    to: ReleaseNumber,
  ): Promise<{ fileName: string; text: AsyncIterable<string> }> {
    const [before, after] = await this.pair(termbaseId, from, to)
    const differing = await this.differing(before, after)
    const title = after.title ?? (await this.termbases.require(termbaseId)).name
    const head = {
      title,
      from: before.number,
      to: after.number,
      publishedAt: after.publishedAt,
      note: after.note,
      counts: countsOf(differing),
    }
    const ofKind = (kind: DifferenceKind) => differing.filter((one) => one.kind === kind)
    const text = changelog(head, (kind) =>
      differencesOf(this.database.db, { release: before.id }, { release: after.id }, ofKind(kind), differing),
    )
    return { fileName: `changelog-${before.number}-${after.number}.md`, text }
  }

  private async pair(termbaseId: string, from: ReleaseNumber, to: ReleaseNumber) {
    return Promise.all([this.releases.get(termbaseId, from), this.releases.get(termbaseId, to)])
  }

  private async differing(before: ReleaseSummary, after: ReleaseSummary): Promise<Differing[]> {
    if (before.contentHash === after.contentHash) return []
    const name = `${before.id} ${after.id}`
    const known = this.kept.get(name)
    if (known) return known
    const found = await differingConcepts(this.database.db, { release: before.id }, { release: after.id })
    if (found.length > largestKept) return found
    this.kept.set(name, found)
    const [oldest] = this.kept.keys()
    if (this.kept.size > keptDiffs) this.kept.delete(oldest!)
    return found
  }

  private async page(
    before: Contents,
    after: Contents,
    differing: Differing[],
    { kind, q, cursor, limit }: DiffFilter,
  ): Promise<DiffPage> {
    const last = cursor === undefined ? -1n : numberOf(cursor)
    const wanted = differing.filter((one) => (!kind || one.kind === kind) && BigInt(one.number) > last)
    const found: { kind: DifferenceKind; difference: ConceptDifference }[] = []
    let isMore = false
    for await (const one of differencesOf(this.database.db, before, after, wanted, differing)) {
      if (q && !speaksOf(one.difference, q)) continue
      isMore = found.length === limit
      if (isMore) break
      found.push(one)
    }
    const groups = differenceKinds.map((name) => [
      name,
      found.filter((one) => one.kind === name).map(({ difference }) => difference),
    ])
    const next = isMore ? encodeCursor([String(found.at(-1)!.difference.number)]) : null
    return {
      ...(Object.fromEntries(groups) as Record<DifferenceKind, ConceptDifference[]>),
      counts: countsOf(differing),
      next,
    }
  }
}

function countsOf(differing: Differing[]): Counts {
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const { kind } of differing) counts[kind]++
  return counts
}

function speaksOf({ terms, changes }: ConceptDifference, q: string): boolean {
  const wanted = q.normalize('NFKC').toLowerCase()
  const texts = [
    ...terms.map(({ text }) => text),
    ...changes.flatMap(({ before, after }) => [before ?? '', after ?? '']),
  ]
  return texts.some((text) => text.normalize('NFKC').toLowerCase().includes(wanted))
}

function numberOf(cursor: string): bigint {
  const number = String(decodeCursor(cursor)?.[0])
  if (/^\d{1,18}$/.test(number)) return BigInt(number)
  throw new DomainError('invalid-input', 'This cursor is none of ours.', {
    fields: { cursor: ['is not a `next` of a page before'] },
  })
}
