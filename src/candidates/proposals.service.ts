import { Injectable } from '@nestjs/common'
import { Database, type Db } from '../database/database.js'
import type { KnownPair, TermPair } from '../extraction/index.js'
import { normaliseTerm } from '../matching/index.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { gramsOf } from '../shared/text/search-pattern.js'
import { RankingsService, type Scoring } from './ranking/rankings.service.js'

/** Finds the stored sentence pair an occurrence stands in, by the offsets of its two passages. */
export type SentencePairIds = ReadonlyMap<string, string>

export function placeKey(sourceOffset: number, targetOffset: number): string {
  return `${sourceOffset}:${targetOffset}`
}

export interface TermbaseOfPairs {
  id: string
  sourceLanguage: LanguageTag
  targetLanguage: LanguageTag
}

export interface ProposalCounts {
  /** Pairs that the termbase had never seen. */
  proposed: number
  /** Pairs it had, which got new evidence: decided ones keep their decision. */
  known: number
}

/** Rows in one statement: few enough that making it keeps no request waiting. */
const BATCH = 250

@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly rankings: RankingsService,
  ) {}

  /** What the termbase knows already: extraction uses it and does not propose it again. */
  async knownPairs(termbaseId: string): Promise<KnownPair[]> {
    return this.database.db.query(
      `SELECT source, target, CASE state WHEN 'accepted' THEN 'approved' ELSE 'rejected' END AS state
       FROM candidates WHERE termbase_id = $1 AND state IN ('accepted', 'rejected')
       UNION
       SELECT ts.text, tt.text, 'approved'
       FROM concepts c
       JOIN termbases b ON b.id = c.termbase_id
       JOIN language_sections ss ON ss.concept_id = c.id AND ss.language = b.source_language JOIN terms ts ON ts.language_section_id = ss.id
       JOIN language_sections st ON st.concept_id = c.id AND st.language = b.target_language JOIN terms tt ON tt.language_section_id = st.id
       WHERE c.termbase_id = $1 AND c.status = 'approved'`,
      [termbaseId],
    )
  }

  /**
   * Puts extracted pairs into the queue. A pair that is there already keeps its state, so what was rejected is not
   * proposed again; an undecided one takes the newer score and reasons. Evidence is added to either.
   */
  async store(
    db: Db,
    termbase: TermbaseOfPairs,
    pairs: TermPair[],
    places: SentencePairIds,
    step: (share: number) => void = () => {},
  ): Promise<ProposalCounts> {
    const unique = await firstOfEachKey(pairs, termbase)
    const scoreOf = await this.rankings.scoring(db, termbase.id)
    let proposed = 0
    for (let start = 0; start < unique.length; start += BATCH) {
      step(start / unique.length)
      const batch = unique.slice(start, start + BATCH)
      const rows: { id: string; source_key: string; target_key: string; fresh: boolean }[] = await db.query(UPSERT, [
        termbase.id,
        JSON.stringify(batch.map(({ pair, sourceKey, targetKey }) => rowOf(pair, sourceKey, targetKey, scoreOf))),
      ])
      proposed += rows.filter(({ fresh }) => fresh).length
      const ids = new Map(rows.map((row) => [`${row.source_key}\t${row.target_key}`, row.id]))
      const evidence = batch.flatMap(({ pair, sourceKey, targetKey }) =>
        evidenceOf(pair, ids.get(`${sourceKey}\t${targetKey}`)!, places),
      )
      await db.query(ADD_EVIDENCE, [JSON.stringify(evidence)])
      await db.query(RECOUNT, [[...ids.values()]])
    }
    return { proposed, known: unique.length - proposed }
  }

  /** The candidate that a pair became; a pair has one for ever. */
  async idOf(
    db: Db,
    { id, sourceLanguage, targetLanguage }: TermbaseOfPairs,
    { source, target }: Pick<TermPair, 'source' | 'target'>,
  ): Promise<string> {
    const [row]: { id: string }[] = await db.query(
      `SELECT id FROM candidates WHERE termbase_id = $1 AND source_key = $2 AND target_key = $3`,
      [id, normaliseTerm(source, sourceLanguage), normaliseTerm(target, targetLanguage)],
    )
    return row!.id
  }
}

interface KeyedPair {
  pair: TermPair
  sourceKey: string
  targetKey: string
}

/** Requests that wait are answered first. */
const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve))

/** Pairs come best first; a later one whose terms fold to the same keys is the same pair. */
async function firstOfEachKey(
  pairs: TermPair[],
  { sourceLanguage, targetLanguage }: TermbaseOfPairs,
): Promise<KeyedPair[]> {
  const byKey = new Map<string, KeyedPair>()
  for (const [at, pair] of pairs.entries()) {
    if (at % BATCH === 0) await turnOfOthers()
    const sourceKey = normaliseTerm(pair.source, sourceLanguage)
    const targetKey = normaliseTerm(pair.target, targetLanguage)
    const key = `${sourceKey}\t${targetKey}`
    const first = byKey.get(key)
    if (first) first.pair = { ...first.pair, evidence: [...first.pair.evidence, ...pair.evidence] }
    else byKey.set(key, { pair, sourceKey, targetKey })
  }
  return [...byKey.values()]
}

function rowOf(pair: TermPair, sourceKey: string, targetKey: string, scoreOf: Scoring) {
  const { source, target, score, kind, frequency, reasons, explanation, explanationZh, variants, containedIn } = pair
  const extracted = Math.min(1, Math.max(0, score))
  return {
    source,
    target,
    source_key: sourceKey,
    target_key: targetKey,
    grams: [...new Set([...gramsOf(sourceKey), ...gramsOf(targetKey)])],
    score: scoreOf({ score: extracted, reasons }),
    extracted_score: extracted,
    kind,
    frequency,
    reasons,
    explanation,
    explanation_zh: explanationZh,
    variants,
    contained_in: containedIn,
  }
}

function evidenceOf(pair: TermPair, candidateId: string, places: SentencePairIds) {
  return pair.evidence.flatMap(({ source, target }) => {
    const sentencePairId = places.get(placeKey(source.offset, target.offset))
    // An occurrence in a sentence pair of another document of the corpus has its row there already.
    if (sentencePairId === undefined) return []
    return {
      candidate_id: candidateId,
      sentence_pair_id: sentencePairId,
      source_start: source.start,
      source_end: source.end,
      target_start: target.start,
      target_end: target.end,
    }
  })
}

/** What belongs together: an undecided pair takes all of it from the document that speaks best for it. */
const judgement = ['score', 'extracted_score', 'reasons', 'explanation', 'explanation_zh']
const isBetter = `c.state = 'proposed' AND excluded.extracted_score > c.extracted_score`

const UPSERT = `
  INSERT INTO candidates AS c (termbase_id, source, target, source_key, target_key, grams, score, extracted_score, kind, frequency,
    reasons, explanation, explanation_zh, variants, contained_in)
  SELECT $1, r.source, r.target, r.source_key, r.target_key, r.grams, r.score, r.extracted_score, r.kind, r.frequency,
    r.reasons, r.explanation, r.explanation_zh, r.variants, r.contained_in
  FROM jsonb_to_recordset($2::jsonb) AS r (source text, target text, source_key text, target_key text, grams text[], score real,
    extracted_score real, kind text, frequency integer, reasons jsonb, explanation text, explanation_zh text, variants jsonb, contained_in jsonb)
  ON CONFLICT ON CONSTRAINT uq_candidates_pair DO UPDATE SET
    ${judgement.map((column) => `${column} = CASE WHEN ${isBetter} THEN excluded.${column} ELSE c.${column} END`).join(', ')}
  RETURNING id, source_key, target_key, (xmax = 0) AS fresh`

const ADD_EVIDENCE = `
  INSERT INTO candidate_evidence (candidate_id, sentence_pair_id, source_start, source_end, target_start, target_end)
  SELECT candidate_id, sentence_pair_id, source_start, source_end, target_start, target_end
  FROM jsonb_to_recordset($1::jsonb) AS r (candidate_id uuid, sentence_pair_id bigint, source_start integer, source_end integer,
    target_start integer, target_end integer)
  ON CONFLICT ON CONSTRAINT uq_candidate_evidence_span DO NOTHING`

/** With evidence of several documents, the frequency is at least what all of it shows. */
const RECOUNT = `
  UPDATE candidates c SET frequency = greatest(c.frequency, e.n)
  FROM (SELECT candidate_id, count(*)::integer AS n FROM candidate_evidence WHERE candidate_id = ANY($1::uuid[]) GROUP BY candidate_id) e
  WHERE c.id = e.candidate_id AND e.n > c.frequency`
