import { isDeepStrictEqual } from 'node:util'
import type { DataNode } from '../formats/index.js'
import { normaliseTerm } from '../matching/index.js'
import { fieldNames, nodesOf, ownId } from './concept-entries.js'
import type {
  ConceptDraft,
  ConceptRecord,
  ConceptStatus,
  LanguageDraft,
  LanguageRecord,
  TermDraft,
  TermRecord,
} from './concept-record.js'

/**
 * Two concepts become one, field by field. `left` is the one that stays. A question is named by its path: `definition`,
 * `zh/note`, `zh/term:球阀`, `zh/term:球阀/partOfSpeech`.
 */

export const choices = ['left', 'right', 'both', 'neither'] as const
export type Choice = (typeof choices)[number]
export type Choices = Record<string, Choice>

/** One thing that must be settled, what each side says, and what was chosen: by the editor, or else by rule. */
export interface MergeQuestion {
  path: string
  left: string | null
  right: string | null
  chosen: Choice
  allowed: Choice[]
}

/** What one of the two said and the merged concept does not. */
export interface Dropped {
  path: string
  side: 'left' | 'right'
  text: string
}

export interface MergePlan {
  questions: MergeQuestion[]
  dropped: Dropped[]
  draft: ConceptDraft
}

/** Values of a list, and what a concept can have only one of: taken from one side or the other. */
const single = new Set([
  'status',
  'subjectField',
  'administrativeStatus',
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'termLocation',
])

export function mergePlan(left: ConceptRecord, right: ConceptRecord, choices: Choices = {}): MergePlan {
  const merge = new Merge(choices, [left, right].map(referenceTo))
  const fields = merge.fields('', fieldNames('concept'), left, right)
  const status = merge.value('status', left.status, right.status, better(left.status, right.status)) as ConceptStatus
  const languages = [...new Set([...left.languages, ...right.languages].map(({ language }) => language))]
  const draft: ConceptDraft = {
    ...fields,
    status,
    externalId: left.externalId ?? null,
    asWritten: left.asWritten ?? null,
    data: merge.nodes('data', 'concept', left, right),
    languages: languages
      .map((language) => section(merge, language, sectionOf(left, language), sectionOf(right, language)))
      .filter(({ terms }) => terms.length > 0),
  }
  return { questions: merge.questions, dropped: merge.dropped, draft: withOnePreferred(left, draft) }
}

/** What is further on its way: a merged concept is approved when one of the two was. */
function better(left: ConceptStatus, right: ConceptStatus): Choice {
  const order: ConceptStatus[] = ['approved', 'draft', 'retired']
  return order.indexOf(right) < order.indexOf(left) ? 'right' : 'left'
}

function sectionOf({ languages }: ConceptRecord, language: string): LanguageRecord | undefined {
  return languages.find((section) => section.language === language)
}

function section(
  merge: Merge,
  language: string,
  left: LanguageRecord | undefined,
  right: LanguageRecord | undefined,
): LanguageDraft {
  const fields = merge.fields(`${language}/`, fieldNames('language'), left ?? {}, right ?? {})
  const keyOf = ({ text }: TermRecord) => normaliseTerm(text, language)
  const unpaired = [...(right?.terms ?? [])]
  const terms: TermDraft[] = []
  for (const term of left?.terms ?? []) {
    const twin = unpaired.findIndex((other) => keyOf(other) === keyOf(term))
    terms.push(...mergedTerm(merge, language, term, twin === -1 ? undefined : unpaired.splice(twin, 1)[0]))
  }
  for (const term of unpaired) terms.push(...mergedTerm(merge, language, undefined, term))
  return {
    language,
    ...fields,
    asWritten: left?.asWritten ?? null,
    data: merge.nodes(`${language}/data`, 'language', left ?? {}, right ?? {}),
    terms,
  }
}

/** Terms that the matcher takes for the same are one term; any other comes along unless it is refused. */
function mergedTerm(
  merge: Merge,
  language: string,
  left: TermRecord | undefined,
  right: TermRecord | undefined,
): TermDraft[] {
  const path = `${language}/term:${(left ?? right)!.text}`
  if (!left || !right) {
    const [term, side] = left ? [left, 'left' as const] : [right!, 'right' as const]
    const text = merge.value(path, left?.text ?? null, right?.text ?? null, side, [side, 'neither'])
    if (text === null) return []
    // A term of the other concept is a new one here: that concept keeps its own.
    return [side === 'left' ? term : { ...term, id: undefined as never }]
  }
  const text =
    left.text === right.text ? left.text : (merge.value(path, left.text, right.text, 'left', ['left', 'right']) ?? '')
  const names = fieldNames('term')
  const { id, caseSensitive, exactForm, candidateId, asWritten } = left
  return [
    {
      id,
      text,
      ...merge.fields(`${path}/`, names, left, right),
      caseSensitive: caseSensitive || right.caseSensitive,
      exactForm: exactForm || right.exactForm || null,
      candidateId: candidateId ?? right.candidateId,
      asWritten: asWritten ?? null,
      data: merge.nodes(`${path}/data`, 'term', left, right),
    },
  ]
}

/** The preferred term of the concept that stays; the other's is admitted beside it, unless it was the only one. */
function withOnePreferred(left: ConceptRecord, draft: ConceptDraft): ConceptDraft {
  return {
    ...draft,
    languages: draft.languages.map((section) => {
      const own = sectionOf(left, section.language)?.terms.some(isPreferred)
      const terms = section.terms.map((term) =>
        own && term.id === undefined && isPreferred(term)
          ? { ...term, administrativeStatus: 'admittedTerm-admn-sts' as const }
          : term,
      )
      return { ...section, terms }
    }),
  }
}

function referenceTo({ externalId, number }: ConceptRecord): string {
  return externalId ?? ownId(number)
}

function isPreferred({ administrativeStatus }: TermDraft): boolean {
  return administrativeStatus === 'preferredTerm-admn-sts'
}

/** Settles one question after the other, and keeps account of them. */
class Merge {
  readonly questions: MergeQuestion[] = []
  readonly dropped: Dropped[] = []

  /** @param own what references call the two: one that points at the merged concept itself says nothing any more */
  constructor(
    private readonly choices: Choices,
    private readonly own: string[],
  ) {}

  /** The value of a field. What both say alike, or neither says, is no question. */
  value(
    path: string,
    left: string | null,
    right: string | null,
    byRule: Choice,
    allowed: Choice[] = ['left', 'right', 'neither'],
  ): string | null {
    if (left === right) return left
    const wanted = this.choices[path]
    const chosen = wanted && allowed.includes(wanted) ? wanted : byRule
    this.questions.push({ path, left, right, chosen, allowed })
    if (left !== null && chosen !== 'left' && chosen !== 'both') this.dropped.push({ path, side: 'left', text: left })
    if (right !== null && chosen !== 'right' && chosen !== 'both')
      this.dropped.push({ path, side: 'right', text: right })
    if (chosen === 'both') return [left, right].filter((text) => text !== null).join('\n')
    return chosen === 'neither' ? null : chosen === 'left' ? left : right
  }

  /** Where one side is silent the other speaks; where both speak, longer texts are kept both, of a single value the left. */
  fields(prefix: string, names: readonly string[], left: object, right: object): Record<string, string | null> {
    const [mine, theirs] = [left, right] as Record<string, string | null | undefined>[]
    return Object.fromEntries(
      names.map((name) => {
        const [one, other] = [mine![name] ?? null, theirs![name] ?? null]
        const isSingle = single.has(name)
        const byRule = one === null ? 'right' : other === null ? 'left' : isSingle ? 'left' : 'both'
        const required = name === 'administrativeStatus'
        const allowed: Choice[] = [
          'left',
          'right',
          ...(isSingle || one === null || other === null ? [] : (['both'] as const)),
          ...(required ? [] : (['neither'] as const)),
        ]
        return [name, this.value(prefix + name, one, other, byRule, allowed)]
      }),
    )
  }

  /** What files said beside the fields. Nodes that both have are one. */
  nodes(path: string, level: 'concept' | 'language' | 'term', left: object, right: object): DataNode[] | null {
    const all = [left, right].map((side) => besideFields(nodesOf(side, level), level))
    for (const [i, side] of (['left', 'right'] as const).entries())
      for (const node of all[i]!.filter((node) => this.pointsAtItself(node)))
        this.dropped.push({ path, side, text: nodeText(node) })
    const [mine, theirs] = all.map((nodes) => nodes.filter((node) => !this.pointsAtItself(node))) as [
      DataNode[],
      DataNode[],
    ]
    const fresh = theirs.filter((node) => !mine.some((known) => isDeepStrictEqual(known, node)))
    const known = (left as { data?: DataNode[] | null }).data ?? null
    if (fresh.length === 0) return known?.filter((node) => !this.pointsAtItself(node)) ?? null
    const allowed: Choice[] = mine.length > 0 ? ['left', 'right', 'both', 'neither'] : ['right', 'neither']
    const byRule: Choice = mine.length > 0 ? 'both' : 'right'
    this.value(path, textOfNodes(mine), textOfNodes(fresh), byRule, allowed)
    const { chosen } = this.questions.at(-1)!
    const ofFields = nodesOf(left, level).filter((node) => !all[0]!.includes(node))
    const kept = [
      ...(chosen === 'left' || chosen === 'both' ? mine : []),
      ...(chosen === 'right' || chosen === 'both' ? fresh : []),
    ]
    return [...ofFields, ...kept]
  }

  private pointsAtItself({ element, attributes }: DataNode): boolean {
    return element === 'ref' && this.own.includes(attributes?.['target'] ?? '')
  }
}

/** Nodes that no typed field stands for: a field is the first of its category, a second one is beside it. */
function besideFields(nodes: DataNode[], level: 'concept' | 'language' | 'term'): DataNode[] {
  const names = new Set(fieldNames(level))
  return nodes.filter((node) => {
    const head = node.children?.[0] ?? node
    return !names.delete(head.category ?? head.element)
  })
}

function textOfNodes(nodes: DataNode[]): string | null {
  return nodes.map(nodeText).join('\n') || null
}

function nodeText({ element, category, attributes, content, children }: DataNode): string {
  const inside = children?.map(nodeText).join('; ') ?? textOf(content)
  return [category ?? element, inside, attributes?.['target']].filter(Boolean).join(': ')
}

function textOf(content: DataNode['content']): string {
  return (content ?? []).map((part) => (typeof part === 'string' ? part : textOf(part.content))).join('')
}
