import type { Db } from '../../database/database.js'
import type { ConceptDraft, ConceptRecord } from '../concept-record.js'
import { loadConcepts } from '../load-concepts.js'
import { type Change, changesBetween, type CompareOptions, type Difference } from './compare-concept.js'
import type { ReadEntry } from './entry-drafts.js'
import type { Offer, Verdict } from './import-record.js'
import { backgroundsOf, type ConceptBackground, type IdCounts, matchEntries, offerOf } from './match-entries.js'

/** An entry with what the dry run found. */
export interface JudgedEntry extends ReadEntry {
  verdict: Verdict
  matchedBy: 'id' | 'number' | 'terms' | null
  conceptId: string | null
  baseVersion: number | null
  changes: Difference[]
  offers: Offer[]
}

export interface JudgingContext {
  termbaseId: string
  compare: CompareOptions
  seen: IdCounts
}

/** What each of a few hundred entries would do to the termbase; a handful of statements, however many they are. */
export async function judgeEntries(db: Db, entries: ReadEntry[], context: JudgingContext): Promise<JudgedEntry[]> {
  const matches = await matchEntries(db, context.termbaseId, entries, context.seen)
  const wanted = [...matches.values()].flatMap(({ match, nearby }) => [...(match ? [match.conceptId] : []), ...nearby])
  const concepts = new Map((await loadConcepts(db, [...new Set(wanted)])).map((concept) => [concept.id, concept]))
  const backgrounds = concepts.size > 0 ? await backgroundsOf(db, [...concepts.values()]) : new Map()
  return entries.map((entry) => {
    const { match, nearby } = matches.get(entry.position)!
    const none = { conceptId: null, matchedBy: null, baseVersion: null, changes: [], offers: [] }
    if (entry.problem) return { ...entry, ...none, verdict: 'refused' }
    const found = nearby.flatMap((id) => concepts.get(id) ?? [])
    const ours = match ? concepts.get(match.conceptId) : found[0]
    if (!ours) return { ...entry, ...none, verdict: 'new' }
    const background = backgrounds.get(ours.id)!
    const changes = changesOf(ours, entry, context, background)
    return {
      ...entry,
      conceptId: ours.id,
      matchedBy: match?.matchedBy ?? null,
      baseVersion: ours.version,
      changes,
      offers: match ? [] : found.map(offerOf),
      verdict: match ? verdictOf(ours, changes, background) : 'duplicate',
    }
  })
}

/** What one entry would change in one concept. */
export async function differencesOf(
  db: Db,
  ours: ConceptRecord,
  draft: ConceptDraft,
  compare: CompareOptions,
): Promise<Difference[]> {
  const background = (await backgroundsOf(db, [ours])).get(ours.id)!
  return withoutTake(changesBetween(ours, draft, { ...compare, evidence: background.evidence }))
}

const withoutTake = (changes: Change[]): Difference[] => changes.map(({ take: _, ...difference }) => difference)

function changesOf(
  ours: ConceptRecord,
  { draft }: ReadEntry,
  { compare }: JudgingContext,
  { evidence }: ConceptBackground,
): Difference[] {
  return withoutTake(changesBetween(ours, draft, { ...compare, evidence }))
}

/** What people wrote or approved is theirs to change: the file only asks. */
function verdictOf(ours: ConceptRecord, changes: Difference[], { onlyImported }: ConceptBackground): Verdict {
  if (changes.length === 0) return 'same'
  const isOurs = ours.status !== 'draft' || !onlyImported
  return isOurs || changes.some(({ kind }) => kind === 'removed') ? 'conflict' : 'changed'
}
