import type { FieldMapping } from '../../formats/index.js'
import type { ConceptStatus } from '../concept-record.js'
import type { CompareOptions, Difference } from './compare-concept.js'

/** Which state may follow which; `reading` and `applying` are what a job does. */
export const importStates = ['reading', 'ready', 'applying', 'applied', 'undone', 'failed', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

/**
 * What the dry run found of an entry. `changed`: nobody but imports wrote the concept, and it is a draft; any other change
 * is a `conflict`. `duplicate`: another concept has some of its terms. `refused`: it breaks a rule and is left out.
 */
export const verdicts = ['new', 'same', 'changed', 'conflict', 'duplicate', 'refused'] as const
export type Verdict = (typeof verdicts)[number]

/** `keep` ours, `take` theirs, `add` what we do not have, `fill` fields that are empty with us. */
export const fieldActions = ['keep', 'take', 'add', 'fill'] as const
/** For duplicates: bring it in as a concept of its own, give its terms to the other, or leave it out. */
export const duplicateActions = ['new', 'merge', 'skip'] as const
export const actions = [...fieldActions, ...duplicateActions] as const
export type Action = (typeof actions)[number]

export interface Decision {
  action: Action
  /** The concept to merge into, where there are several; the nearest otherwise. */
  into?: string
  /** Number of a difference -> whose value it is to have. */
  fields?: Record<string, 'ours' | 'theirs'>
}

/** What becomes of what nobody decided; `ask` keeps the import from being applied. */
export interface Rules {
  conflicts: 'ask' | (typeof fieldActions)[number]
  duplicates: 'ask' | (typeof duplicateActions)[number]
}

export interface ImportOptions {
  encoding?: string
  source?: string
  target?: string
  /** Columns of a table, as `previewTable` names them. */
  mapping?: unknown
  /** Fields of MultiTerm. */
  fields?: FieldMapping
  /** What new concepts come in as. */
  status: Extract<ConceptStatus, 'draft' | 'approved'>
  /** The file says everything: what it leaves out counts as removed. */
  complete?: boolean
}

export interface Offer {
  conceptId: string
  number: number
  status: ConceptStatus
  terms: { language: string; text: string }[]
}

export interface ImportCounts {
  entries: number
  terms: number
  verdicts: Record<Verdict, number>
  undecided: number
}

export interface ImportSummary {
  id: string
  termbaseId: string
  fileName: string
  sizeBytes: number
  format: string | null
  dialect: string | null
  languages: string[]
  options: ImportOptions
  rules: Rules
  state: ImportState
  counts: ImportCounts
  /** Codes of the file that became others: `en_US` -> `en-US`. */
  renamedLanguages: { written: string; language: string; count: number }[]
  warnings: { code: string; message: string; line?: number; count: number }[]
  problem: object | null
  jobId: string | null
  createdAt: Date
  createdBy: { id: string; name: string } | null
  appliedAt: Date | null
  undoneAt: Date | null
  result: ImportResult | null
}

export interface ImportResult {
  added: number
  changed: number
  terms: number
  /** Of an undo: concepts that were edited since, and stayed. */
  kept?: number
}

export interface ImportedEntry {
  position: number
  line: number | null
  externalId: string | null
  label: string
  verdict: Verdict
  matchedBy: 'id' | 'number' | 'terms' | null
  conceptId: string | null
  conceptNumber: number | null
  conceptStatus: ConceptStatus | null
  changes: Difference[]
  offers: Offer[]
  problem: string | null
  decision: Decision | null
  decided: boolean
}

/** What stands open: a conflict or a duplicate that neither a decision nor a rule answers. */
export function actionFor(verdict: Verdict, decision: Decision | null, rules: Rules): Action | null {
  if (decision) return decision.action
  if (verdict === 'conflict') return rules.conflicts === 'ask' ? null : rules.conflicts
  if (verdict === 'duplicate') return rules.duplicates === 'ask' ? null : rules.duplicates
  return verdict === 'changed' ? 'take' : verdict === 'new' ? 'new' : 'skip'
}

/** Whether this difference is taken over. */
export function isTaken(change: Difference, index: number, decision: Decision | null, action: Action): boolean {
  const own = decision?.fields?.[String(index)]
  if (own) return own === 'theirs'
  if (action === 'take') return true
  if (action === 'add' || action === 'merge') return change.kind === 'added'
  return action === 'fill' && change.kind === 'added' && change.field !== 'term' && change.field !== 'language'
}

/** How entries of a format are compared. SKOS has to have a preferred label in every language. */
export function comparisonFor({ complete = false }: ImportOptions, format: string | null): CompareOptions {
  return { complete, promotes: format === 'skos' }
}
