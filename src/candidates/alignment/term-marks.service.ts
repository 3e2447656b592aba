import { Injectable } from '@nestjs/common'
import { type AlignmentSide, alignmentSides } from '../../corpora/alignment.js'
import type { SentencePairRecord } from '../../corpora/document-record.js'
import { DocumentsService } from '../../corpora/documents.service.js'
import { Database } from '../../database/database.js'
import { TermsInTextsService } from '../../glossary/terms-in-texts.service.js'
import type { LanguagePair } from '../../extraction/index.js'
import { TermbasesService } from '../../glossary/termbases.service.js'
import { pairsThatMayStandIn } from './pairs-in-rows.js'
import { openStates } from '../review.js'
import { remark } from './remark.js'
import { type TermMark, withoutOverlaps } from './term-marks.js'

export interface MarksWanted {
  from: number
  limit: number
  /** Of pairs under review. */
  minScore: number
  /** Shown whatever its score and state. */
  candidate?: string
}

/** What a reader of a document sees marked: terms of the glossary by the shared matcher, and the evidence of pairs under review. */
@Injectable()
export class TermMarksService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsService,
    private readonly termbases: TermbasesService,
    private readonly terms: TermsInTextsService,
  ) {}

  async marks(
    termbaseId: string,
    documentId: string,
    { from, limit, minScore, candidate }: MarksWanted,
  ): Promise<TermMark[]> {
    const { items } = await this.documents.sentencePairs(termbaseId, documentId, { from, limit })
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const languages = { source: sourceLanguage, target: targetLanguage }
    const [source, target, evidence, others] = await Promise.all([
      this.ofGlossary(termbaseId, items, 'source', sourceLanguage),
      this.ofGlossary(termbaseId, items, 'target', targetLanguage),
      this.evidence(
        items.map(({ id }) => id),
        { minScore, candidate },
      ),
      this.ofQueue(termbaseId, items, { languages, minScore }),
    ])
    const candidates = [...evidence, ...others]
    return [...byText([...source, ...target, ...candidates]).values()].flatMap((marks) =>
      withoutOverlaps(marks, candidate),
    )
  }

  private async ofGlossary(
    termbaseId: string,
    items: SentencePairRecord[],
    side: AlignmentSide,
    language: string,
  ): Promise<TermMark[]> {
    const texts = items.map((item) => item[side]?.text ?? '')
    const found = await this.terms.find(termbaseId, language, texts)
    return found.map(({ text, start, end, term, conceptId, isForbidden }) => ({
      pair: items[text]!.id,
      side,
      start,
      end,
      kind: isForbidden ? 'forbidden' : 'approved',
      term,
      conceptId,
      candidateId: null,
    }))
  }

  /** Occurrences as extraction saw them. */
  private evidence(
    pairs: string[],
    { minScore, candidate }: { minScore: number; candidate: string | undefined },
  ): Promise<TermMark[]> {
    return this.database.db.query(
      `SELECT e.sentence_pair_id AS pair, s.side, s.start, s."end", 'candidate' AS kind, s.term, NULL AS "conceptId", c.id AS "candidateId"
       FROM candidate_evidence e JOIN candidates c ON c.id = e.candidate_id AND (c.id = $3::uuid OR c.state IN ('proposed', 'skipped') AND c.score >= $2)
       CROSS JOIN LATERAL (VALUES ('source', e.source_start, e.source_end, c.source), ('target', e.target_start, e.target_end, c.target))
         AS s (side, start, "end", term)
       WHERE e.sentence_pair_id = ANY ($1::bigint[]) ORDER BY c.score DESC, e.id`,
      [pairs, minScore, candidate ?? null],
    )
  }

  /** Of a pair that stands in many sentences only some are kept as evidence: the others are found where both sides stand. */
  private async ofQueue(
    termbaseId: string,
    items: SentencePairRecord[],
    { languages, minScore }: { languages: LanguagePair; minScore: number },
  ): Promise<TermMark[]> {
    const rows = items.map(({ source, target }) => ({ source: source?.text ?? '', target: target?.text ?? '' }))
    const pairs = await pairsThatMayStandIn(this.database.db, termbaseId, rows, {
      languages,
      minScore,
      states: [...openStates],
    })
    const named = new Map(pairs.map((pair) => [pair.id, pair]))
    return remark(rows, pairs, languages).flatMap(({ id, row, ...places }) =>
      alignmentSides.map((side) => ({
        pair: items[row]!.id,
        side,
        ...places[side],
        kind: 'candidate' as const,
        term: named.get(id)![side],
        conceptId: null,
        candidateId: id,
      })),
    )
  }
}

function byText(marks: TermMark[]): Map<string, TermMark[]> {
  const texts = new Map<string, TermMark[]>()
  for (const mark of marks) {
    const key = `${mark.pair} ${mark.side}`
    texts.set(key, [...(texts.get(key) ?? []), mark])
  }
  return texts
}
