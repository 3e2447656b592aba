import type { ConceptChange, SectionDraft, TermDraft } from '../../api/concepts.js'
import type { Concept } from '../../api/types.js'

/**
 * Two people changed a concept that both had read. Their changes are put together field by field; where both changed
 * the same field to something else, somebody has to choose.
 */

export interface Conflict {
  /** Names the place: `definition`, `zh/note`, `zh/<id of the term>/text`. */
  path: string
  language?: string
  term?: string
  field: string
  mine: unknown
  theirs: unknown
}

export type Side = 'mine' | 'theirs'

export interface Together {
  draft: ConceptChange & { languages: SectionDraft[] }
  conflicts: Conflict[]
}

const conceptFields = [
  'status',
  'subjectField',
  'definition',
  'definitionSource',
  'note',
  'customerSubset',
  'projectSubset',
  'data',
] as const
const sectionFields = ['definition', 'definitionSource', 'note', 'data'] as const
const termFields = [
  'text',
  'administrativeStatus',
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'geographicalUsage',
  'termLocation',
  'note',
  'source',
  'context',
  'contextSource',
  'customerSubset',
  'projectSubset',
  'caseSensitive',
  'exactForm',
  'data',
] as const

type Record_ = { readonly [field: string]: unknown }
type Place = Pick<Conflict, 'language' | 'term'> & { prefix: string }

/** @param choices by the path of a conflict; what is not chosen is mine, because I am looking at it */
export function putTogether(
  base: Concept,
  mine: ConceptChange,
  theirs: Concept,
  choices: Record<string, Side> = {},
): Together {
  const conflicts: Conflict[] = []
  const choose = (conflict: Conflict) => {
    conflicts.push(conflict)
    return choices[conflict.path] ?? 'mine'
  }
  const fields = (names: readonly string[], place: Place, one: Record_, wanted: Record_, other: Record_) =>
    Object.fromEntries(
      names.map((field) => {
        const [was, my, their] = [one[field], field in wanted ? wanted[field] : one[field], other[field]]
        if (same(my, was)) return [field, their]
        if (same(their, was) || same(my, their)) return [field, my]
        const { prefix, ...where } = place
        const side = choose({ path: prefix + field, ...where, field, mine: my ?? null, theirs: their ?? null })
        return [field, side === 'mine' ? my : their]
      }),
    )

  const mySections = mine.languages ?? base.languages
  const languages = unique([...theirs.languages, ...mySections].map(({ language }) => language))
  const sections = languages.map((language) => {
    const [one, wanted, other] = [base.languages, mySections, theirs.languages].map((sections: SectionDraft[]) =>
      sections.find((section) => section.language === language),
    )
    const empty = { language, terms: [] }
    const place = { prefix: `${language}/`, language }
    // A section that one of them removed says nothing more of its own; its terms are settled one by one.
    const own = fields(sectionFields, place, one ?? empty, wanted ?? empty, other ?? empty)
    return { language, ...own, terms: terms(language, one?.terms ?? [], wanted?.terms ?? [], other?.terms ?? []) }
  })

  function terms(language: string, was: TermDraft[], my: TermDraft[], their: TermDraft[]): TermDraft[] {
    const find = (list: TermDraft[], id: string) => list.find((term) => term.id === id)
    const ids = unique([...their, ...my].flatMap(({ id }) => id ?? []))
    const settled = ids.flatMap((id): TermDraft[] => {
      const [one, wanted, other] = [find(was, id), find(my, id), find(their, id)]
      const { text } = (wanted ?? other)!
      const place = { prefix: `${language}/${id}/`, language, term: text }
      if (wanted && other) return [{ ...other, ...fields(termFields, place, one ?? other, wanted, other) } as TermDraft]
      const left = (wanted ?? other)!
      if (!one) return [left]
      // One removed it. Where the other changed it, that is a question.
      if (same(pick(left), pick(one))) return []
      const { prefix: _, ...where } = place
      const sides = { mine: wanted ? text : null, theirs: other ? text : null }
      const side = choose({ path: `${place.prefix}removed`, ...where, field: 'term', ...sides })
      const kept = side === 'mine' ? wanted : other
      // The server knows the term no more when they removed it: it comes back as a new one.
      return kept ? [other ? kept : { ...kept, id: undefined as never }] : []
    })
    return [...settled, ...my.filter(({ id }) => id === undefined)]
  }

  const own = fields(conceptFields, { prefix: '' }, base as never, mine as never, theirs as never)
  return {
    draft: { ...own, languages: sections.filter(({ terms }) => terms.length > 0) },
    conflicts,
  }
}

function pick(term: TermDraft): unknown[] {
  return termFields.map((field) => term[field] ?? null)
}

/** Unsaid, null and false say the same: nothing. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one || null) === JSON.stringify(other || null)
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)]
}
