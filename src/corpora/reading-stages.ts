import type { ExtractionStage } from '../extraction/index.js'

/** The kind of the jobs that read a document and put its candidates into the queue. */
export const EXTRACT_DOCUMENT = 'extract-document'

export interface ExtractDocument {
  documentId: string
}

export type ReadingStage = 'read' | 'intake' | ExtractionStage | 'store'

/** The stages of such a job in their order, in words, and the share of the whole work that is done when each ends. */
const stages: Record<ReadingStage, { title: string; until: number }> = {
  read: { title: 'reading the file', until: 0.03 },
  intake: { title: 'pairing its sentences', until: 0.12 },
  tokenise: { title: 'splitting into words', until: 0.2 },
  learn: { title: 'learning which words belong together', until: 0.55 },
  align: { title: 'aligning words', until: 0.6 },
  pair: { title: 'pairing terms', until: 0.7 },
  score: { title: 'judging the pairs', until: 0.78 },
  rank: { title: 'ranking', until: 0.85 },
  store: { title: 'storing the candidates', until: 1 },
}

const order = Object.keys(stages) as ReadingStage[]

/** @param share of the stage, 0..1 */
export function progressAt(stage: ReadingStage, share = 0): number {
  const before = order[order.indexOf(stage) - 1]
  const begin = before ? stages[before].until : 0
  return begin + share * (stages[stage].until - begin)
}

export function titleOf(stage: string | null): string {
  return stage !== null && stage in stages ? stages[stage as ReadingStage].title : 'waiting'
}
