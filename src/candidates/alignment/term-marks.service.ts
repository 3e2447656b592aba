import { Injectable } from '@nestjs/common'
import type { AlignmentSide } from '../../corpora/alignment.js'
import type { SentencePairRecord } from '../../corpora/document-record.js'
import { DocumentsService } from '../../corpora/documents.service.js'
import { Database } from '../../database/database.js'
import { TermsInTextsService } from '../../glossary/terms-in-texts.service.js'
import { TermbasesService } from '../../glossary/termbases.service.js'
import { type TermMark, withoutOverlaps } from './term-marks.js'

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
    { from, limit }: { from: number; limit: number },
  ): Promise<TermMark[]> {
    const { items } = await this.documents.sentencePairs(termbaseId, documentId, { from, limit })
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const [source, target, candidates] = await Promise.all([
      this.ofGlossary(termbaseId, items, 'source', sourceLanguage),
      this.ofGlossary(termbaseId, items, 'target', targetLanguage),
      this.ofQueue(items.map(({ id }) => id)),
    ])
    return [...byText([...source, ...target, ...candidates]).values()].flatMap(withoutOverlaps)
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

  private ofQueue(pairs: string[]): Promise<TermMark[]> {
    return this.database.db.query(
      `SELECT e.sentence_pair_id AS pair, s.side, s.start, s."end", 'candidate' AS kind, s.term, NULL AS "conceptId", c.id AS "candidateId"
       FROM candidate_evidence e JOIN candidates c ON c.id = e.candidate_id AND c.state IN ('proposed', 'skipped')
       CROSS JOIN LATERAL (VALUES ('source', e.source_start, e.source_end, c.source), ('target', e.target_start, e.target_end, c.target))
         AS s (side, start, "end", term)
       WHERE e.sentence_pair_id = ANY ($1::bigint[]) ORDER BY c.score DESC, e.id`,
      [pairs],
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
