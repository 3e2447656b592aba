// What may be answered to an entry, and what an answer does with each of its differences.
import type { Action, Difference, GlossaryImport, ImportDecision, ImportEntry } from '../../api/imports.js'

export const answers: Partial<Record<ImportEntry['verdict'], Action[]>> = {
  conflict: ['keep', 'take', 'add', 'fill'],
  changed: ['keep', 'take', 'add', 'fill'],
  duplicate: ['merge', 'new', 'skip'],
}

export type Side = 'ours' | 'theirs'

/** The answer to an entry: a person's, a rule's, or what its verdict means; null where it is still to be given. */
export function answerTo(
  { verdict, decision }: Pick<ImportEntry, 'verdict' | 'decision'>,
  rules: GlossaryImport['rules'],
): Action | null {
  if (decision) return decision.action
  const byRule: Partial<Record<ImportEntry['verdict'], Action | 'ask'>> = {
    conflict: rules.conflicts,
    duplicate: rules.duplicates,
    changed: 'take',
  }
  const answer = byRule[verdict] ?? 'ask'
  return answer === 'ask' ? null : answer
}

/** Whose value a difference ends with; null while nothing says it. */
export function sideOf(
  change: Difference,
  index: number,
  action: Action | null,
  fields: ImportDecision['fields'],
): Side | null {
  const own = fields?.[String(index)] as Side | undefined
  if (own) return own
  if (action === null || action === 'new' || action === 'skip') return null
  if (action === 'take') return 'theirs'
  const isAdded = change.kind === 'added'
  if (action === 'add' || action === 'merge') return isAdded ? 'theirs' : 'ours'
  return action === 'fill' && isAdded && change.field !== 'term' && change.field !== 'language' ? 'theirs' : 'ours'
}

/** A decision with one difference given to a side; where there was no answer yet, the rest stays ours. */
export function withSide(
  { verdict, decision }: Pick<ImportEntry, 'verdict' | 'decision'>,
  rules: GlossaryImport['rules'],
  index: number,
  side: Side,
): ImportDecision {
  const answer = answerTo({ verdict, decision }, rules)
  const base = verdict === 'duplicate' ? 'merge' : answer === null ? 'keep' : answer
  return { ...decision, action: base, fields: { ...decision?.fields, [index]: side } }
}
