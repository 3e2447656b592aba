import type { Concept, DataNode, FieldChange, Level, Term } from '../../api/types.js'
import { headOf, placesBeside, textOf } from './data-nodes.js'

const conceptFields = [
  'status',
  'subjectField',
  'definition',
  'definitionSource',
  'note',
  'customerSubset',
  'projectSubset',
] as const
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
  'customerSubset',
  'projectSubset',
  'caseSensitive',
  'exactForm',
] as const

/** What a version of a concept says differently from the one before it, field by field. */
export function changesBetween(before: Concept, after: Concept): FieldChange[] {
  const languages = [...new Set([...before.languages, ...after.languages].map(({ language }) => language))]
  return [
    ...differing(conceptFields, before, after),
    ...dataChanges('concept', before.data, after.data),
    ...languages.flatMap((language) => {
      const [old, now] = [before, after].map((concept) => concept.languages.find((one) => one.language === language))
      return [
        ...differing(languageFields, old, now).map((change) => ({ ...change, language })),
        ...dataChanges('language', old?.data, now?.data).map((change) => ({ ...change, language })),
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
      const changes = [...differing(termFields, was, term), ...dataChanges('term', was.data, term.data)]
      return [...renamed, ...changes.map((change) => ({ ...change, term: term.text }))]
    }),
  ]
}

/** What stands beside the fields has no place of its own: each value that came or went is one change. */
function dataChanges(
  level: Level,
  before: DataNode[] | null | undefined,
  after: DataNode[] | null | undefined,
): FieldChange[] {
  const [old, now] = [before, after].map((nodes) => placesBeside(nodes, level).map((place) => nodes![place]!))
  const missingFrom = (others: DataNode[]) => {
    const known = others.map((node) => JSON.stringify(node))
    return (node: DataNode) => !known.includes(JSON.stringify(node))
  }
  const change = (node: DataNode, side: 'before' | 'after') => {
    const { category, element } = headOf(node)
    return { field: category ?? element, before: null, after: null, [side]: wordsOf(node) }
  }
  return [
    ...old!.filter(missingFrom(now!)).map((node) => change(node, 'before')),
    ...now!.filter(missingFrom(old!)).map((node) => change(node, 'after')),
  ]
}

function wordsOf({ children, content, attributes }: DataNode): string {
  const inside = children ? children.map(wordsOf).join('; ') : textOf(content)
  return [inside, attributes?.['target']].filter(Boolean).join(' → ')
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
