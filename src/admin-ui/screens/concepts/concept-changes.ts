import type { Concept, FieldChange, Term } from '../../api/types.js'

const conceptFields = ['status', 'subjectField', 'definition', 'definitionSource', 'note'] as const
const languageFields = ['definition', 'definitionSource', 'note'] as const
const termFields = [
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
  'caseSensitive',
  'exactForm',
] as const

/** What a version of a concept says differently from the one before it, field by field. */
export function changesBetween(before: Concept, after: Concept): FieldChange[] {
  const languages = [...new Set([...before.languages, ...after.languages].map(({ language }) => language))]
  return [
    ...differing(conceptFields, before, after),
    ...languages.flatMap((language) => {
      const [old, now] = [before, after].map((concept) => concept.languages.find((one) => one.language === language))
      return [
        ...differing(languageFields, old, now).map((change) => ({ ...change, language })),
        ...termChanges(old?.terms ?? [], now?.terms ?? []).map((change) => ({ ...change, language })),
      ]
    }),
  ]
}

/** Terms are the same term while they keep their id. */
function termChanges(before: Term[], after: Term[]): FieldChange[] {
  const old = new Map(before.map((term) => [term.id, term]))
  const kept = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !kept.has(id))
  return [
    ...gone.map(({ text }) => ({ field: 'term', before: text, after: null })),
    ...after.flatMap((term): FieldChange[] => {
      const was = old.get(term.id)
      if (!was) return [{ field: 'term', before: null, after: term.text }]
      const renamed = was.text === term.text ? [] : [{ field: 'term', before: was.text, after: term.text }]
      return [...renamed, ...differing(termFields, was, term).map((change) => ({ ...change, term: term.text }))]
    }),
  ]
}

type Values<Field extends string> = { [Name in Field]?: FieldChange['before'] }

function differing<Field extends string>(
  fields: readonly Field[],
  before: Values<Field> | undefined,
  after: Values<Field> | undefined,
): FieldChange[] {
  return fields
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => change.before !== change.after)
}
