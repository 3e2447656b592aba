import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import { Database } from '../database/database.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { applyFilter, type CandidateFilter, type FilterField, HAS_RIVAL } from './candidate-filter.js'
import type { Person } from './candidate-record.js'
import { Candidate } from './candidate.entity.js'
import { DeskChanges } from './desk-changes.js'

/** How many candidates each choice of a filter would show, the other filters standing. */
export type QueueCounts = Partial<Record<Facet, Record<string, number>>> & {
  /** The people that `author` counts by their ids. */
  authors: Person[]
}

/** Facets that a candidate's own row tells, and the fields of the filter that choose among their groups. */
const ofTheRow = {
  state: { column: 'c.state', chosenBy: ['state'] },
  kind: { column: 'c.kind', chosenBy: ['kind'] },
  // Tenths of the score: `0.9` counts from 0.9 on.
  score: {
    column: `to_char(least(floor(c.score::numeric * 10) / 10, 0.9), 'FM0.0')`,
    chosenBy: ['minScore', 'maxScore'],
  },
  // Seen at least so often.
  frequency: {
    column: `CASE WHEN c.frequency >= 10 THEN '10' WHEN c.frequency >= 5 THEN '5' WHEN c.frequency >= 2 THEN '2' ELSE '1' END`,
    chosenBy: ['minFrequency', 'maxFrequency'],
  },
} satisfies Record<string, { column: string; chosenBy: FilterField[] }>

/** Facets that are told by what belongs to a candidate. */
const besideTheRow = {
  rival: { column: `${HAS_RIVAL}::text`, chosenBy: ['rival'] },
  author: { column: 'd.author_id', chosenBy: ['author'] },
  reason: { column: 'd.reason', chosenBy: ['reason'] },
} satisfies Record<string, { column: string; chosenBy: FilterField[] }>

/** Facets that are told by the documents a candidate was seen in, and what a document counts under. */
const ofItsDocuments = {
  document: { valuesOf: ({ id }) => [id], chosenBy: ['document'] },
  language: { valuesOf: ({ source, target }) => [...new Set([source, target])], chosenBy: ['language'] },
} satisfies Record<string, { valuesOf: (document: CountedDocument) => string[]; chosenBy: FilterField[] }>

interface CountedDocument {
  id: string
  source: string
  target: string
}

type RowFacet = keyof typeof ofTheRow
type SideFacet = keyof typeof besideTheRow
type DocumentFacet = keyof typeof ofItsDocuments
export type Facet = RowFacet | SideFacet | DocumentFacet
export const facets = [ofTheRow, besideTheRow, ofItsDocuments].flatMap((kind) => Object.keys(kind)) as Facet[]

const joins: Record<SideFacet, (query: SelectQueryBuilder<Candidate>) => SelectQueryBuilder<Candidate>> = {
  rival: (query) => query,
  author: (query) => withStandingDecision(query),
  reason: (query) => withStandingDecision(query).andWhere('d.reason IS NOT NULL'),
}

function withStandingDecision(query: SelectQueryBuilder<Candidate>): SelectQueryBuilder<Candidate> {
  return query.innerJoin('decisions', 'd', 'd.candidate_id = c.id AND d.undone_at IS NULL').andWhere(
    `NOT EXISTS (SELECT 1 FROM decisions later
                 WHERE later.candidate_id = c.id AND later.undone_at IS NULL AND (later.at, d.id) > (d.at, later.id))`,
  )
}

/** Filters that are asked for again and again while people work. */
const MOST_KEPT = 300

@Injectable()
export class QueueCountsService {
  private readonly kept = new Map<string, Promise<QueueCounts>>()

  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly changes: DeskChanges,
  ) {}

  /** Counted once for as long as nothing in the queue changes. */
  async counts(termbaseId: string, filter: CandidateFilter, asked: Facet[] = facets): Promise<QueueCounts> {
    const stamp = await this.changes.stampOf(termbaseId)
    if (stamp === null) return this.count(termbaseId, filter, asked)
    const key = `${termbaseId} ${stamp} ${asked.toSorted().join()} ${JSON.stringify(filter)}`
    const known = this.kept.get(key)
    if (known) return known
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value!)
    const counts = this.count(termbaseId, filter, asked)
    this.kept.set(key, counts)
    counts.catch(() => this.kept.delete(key))
    return counts
  }

  private async count(termbaseId: string, filter: CandidateFilter, asked: Facet[]): Promise<QueueCounts> {
    const isChosen = ({ chosenBy }: { chosenBy: FilterField[] }) =>
      chosenBy.some((field) => filter[field] !== undefined)
    const rowFacets = asked.filter((facet): facet is RowFacet => facet in ofTheRow)
    const sideFacets = asked.filter((facet): facet is SideFacet => facet in besideTheRow)
    const together = rowFacets.filter((facet) => !isChosen(ofTheRow[facet]))
    const alone = rowFacets.filter((facet) => isChosen(ofTheRow[facet]))
    const documentFacets = asked.filter((facet): facet is DocumentFacet => facet in ofItsDocuments)
    const free = documentFacets.filter((facet) => !isChosen(ofItsDocuments[facet]))
    const chosen = documentFacets.filter((facet) => isChosen(ofItsDocuments[facet]))
    const parts = await Promise.all([
      this.countRows(termbaseId, filter, together),
      this.countDocuments(termbaseId, filter, free),
      ...chosen.map((facet) =>
        this.countDocuments(termbaseId, without(filter, ofItsDocuments[facet].chosenBy), [facet]),
      ),
      ...alone.map((facet) => this.countRows(termbaseId, without(filter, ofTheRow[facet].chosenBy), [facet])),
      ...sideFacets.map((facet) => this.countSide(termbaseId, without(filter, besideTheRow[facet].chosenBy), facet)),
    ])
    const counts = Object.assign({}, ...parts) as Partial<Record<Facet, Record<string, number>>>
    return { ...counts, authors: await this.people(Object.keys(counts.author ?? {})) }
  }

  /** One walk over the rows for several facets. */
  private async countRows(
    termbaseId: string,
    filter: CandidateFilter,
    facets: RowFacet[],
  ): Promise<Partial<QueueCounts>> {
    const counts: Partial<QueueCounts> = Object.fromEntries(facets.map((facet) => [facet, {}]))
    if (facets.length === 0) return counts
    const query = (await this.filtered(termbaseId, filter)).select([])
    for (const facet of facets) query.addSelect(ofTheRow[facet].column, facet)
    const [sql, values] = query.getQueryAndParameters()
    const names = facets.map((facet) => `"${facet}"`)
    const rows: ({ n: string } & Partial<Record<RowFacet, string | null>>)[] = await this.database.db.query(
      `SELECT ${names.join(', ')}, count(*) AS n FROM (${sql}) AS matching GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(', ')})`,
      values,
    )
    for (const row of rows)
      for (const facet of facets) if (row[facet] != null) counts[facet]![row[facet]] = Number(row.n)
    return counts
  }

  private async countSide(
    termbaseId: string,
    filter: CandidateFilter,
    facet: SideFacet,
  ): Promise<Partial<QueueCounts>> {
    const rows: { value: string; n: string }[] = await joins[facet](await this.filtered(termbaseId, filter))
      .select(besideTheRow[facet].column, 'value')
      .addSelect('count(*)', 'n')
      .groupBy('1')
      .getRawMany()
    return { [facet]: Object.fromEntries(rows.map(({ value, n }) => [value, Number(n)])) }
  }

  /** One walk over the evidence for both facets: candidates are counted by the set of documents they were seen in, a bit for each. */
  private async countDocuments(
    termbaseId: string,
    filter: CandidateFilter,
    facets: DocumentFacet[],
  ): Promise<Partial<QueueCounts>> {
    const counts: Partial<Record<DocumentFacet, Record<string, number>>> = {}
    for (const facet of facets) counts[facet] = {}
    if (facets.length === 0) return counts
    const documents: CountedDocument[] = await this.database.db.query(
      `SELECT id, source_language AS source, target_language AS target FROM documents WHERE termbase_id = $1 ORDER BY id`,
      [termbaseId],
    )
    if (documents.length === 0) return counts
    const [sql, values] = (await this.filtered(termbaseId, filter))
      .innerJoin('candidate_evidence', 'e', 'e.candidate_id = c.id')
      .innerJoin('sentence_pairs', 'p', 'p.id = e.sentence_pair_id')
      .innerJoin(bitOfEach(documents.length), 'd', 'd.id = p.document_id', { documents: documents.map(({ id }) => id) })
      .select('bit_or(d.bit)', 'seen')
      .groupBy('c.id')
      .getQueryAndParameters()
    const rows: { seen: string; n: string }[] = await this.database.db.query(
      `SELECT seen::text, count(*) AS n FROM (${sql}) AS candidates GROUP BY seen`,
      values,
    )
    for (const { seen, n } of rows) {
      const among = documents.filter((_, i) => seen[i] === '1')
      for (const facet of facets)
        for (const value of new Set(among.flatMap((document) => ofItsDocuments[facet].valuesOf(document))))
          counts[facet]![value] = (counts[facet]![value] ?? 0) + Number(n)
    }
    return counts
  }

  private async people(ids: string[]): Promise<Person[]> {
    if (ids.length === 0) return []
    return this.database.db.query(`SELECT id, name FROM users WHERE id = ANY($1::uuid[]) ORDER BY name, id`, [ids])
  }

  private async filtered(termbaseId: string, filter: CandidateFilter): Promise<SelectQueryBuilder<Candidate>> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const query = this.database.db
      .createQueryBuilder(Candidate, 'c')
      .where('c.termbase_id = :termbaseId', { termbaseId })
    return applyFilter(query, filter, [sourceLanguage, targetLanguage])
  }
}

/** `:documents` in their order, each with a bit string in which its own place is set. */
function bitOfEach(count: number): string {
  return `(SELECT id, set_bit(repeat('0', ${count})::bit(${count}), place::integer - 1, 1) AS bit
           FROM unnest(:documents::uuid[]) WITH ORDINALITY AS known (id, place))`
}

function without(filter: CandidateFilter, fields: FilterField[]): CandidateFilter {
  const rest = { ...filter }
  for (const field of fields) delete rest[field]
  return rest
}
