import { plainText, valueOf, type DataNode, type Level } from '../../formats/index.js'
import { normaliseTerm } from '../../matching/index.js'
import { fieldNames, nodesOf } from '../concept-entries.js'
import type { ConceptDraft, ConceptRecord, LanguageDraft, TermDraft } from '../concept-record.js'
import {
  comparable,
  dividedNodes,
  nameOf,
  shownNode,
  statement,
  statementsOf,
  statementsOfNode,
  type Statement,
} from './statements.js'

/** One field that the file says differently. `added`: ours says nothing there; `removed`: the file does not say it. */
export interface Difference {
  /** Where it stands, for people: `zh › 上合组织 › note`. */
  path: string
  field: string
  language?: string
  term?: string
  kind: 'added' | 'changed' | 'removed'
  before: string | null
  after: string | null
}

/** A difference and how to take it over into a draft of ours. */
export interface Change extends Difference {
  take(draft: ConceptDraft): void
}

export interface CompareOptions {
  /** The file says everything: what it leaves out is a difference too. Else it is only not said. */
  complete?: boolean
  /** Contexts that an export adds from the evidence of a term: they are no news. */
  evidence?: ReadonlySet<string>
  /** The format calls the first of the admitted terms preferred, because it has to. */
  promotes?: boolean
}

/** With what the concept says at any level: formats of few fields put all of it into a note. */
interface Context extends CompareOptions {
  texts: string[]
}

type Record_ = object & { data?: DataNode[] | null | undefined }
type Place = { language?: string; term?: string }
/** The level's own part of a draft. */
type Find = (draft: ConceptDraft) => Record_

/** What a file says of a concept that we have, against what we say, field by field in reading order. */
export function changesBetween(ours: ConceptRecord, theirs: ConceptDraft, options: CompareOptions = {}): Change[] {
  const context: Context = { ...options, texts: textsOf(ours) }
  const said = new Set<Statement>()
  return [
    ...levelChanges(ours, theirs, { level: 'concept', place: {}, find: (draft) => draft, said, options: context }),
    ...theirs.languages.flatMap((section) => sectionChanges(ours, section, context)),
    ...(options.complete ? goneSections(ours, theirs) : []),
  ]
}

function sectionChanges(ours: ConceptRecord, theirs: LanguageDraft, options: Context): Change[] {
  const { language } = theirs
  const section = ours.languages.find((one) => one.language === language)
  if (!section)
    return [
      {
        ...shown({ language }, 'language', null, theirs.terms.map(({ text }) => text).join(', ')),
        take: (draft) => void draft.languages.push(theirs),
      },
    ]
  const find = (draft: ConceptDraft) => draft.languages.find((one) => one.language === language)!
  const said = new Set(section.terms.flatMap((term) => [...statementsOf(term, 'term')]))
  const pairs = pairedTerms(section.terms, theirs.terms, language)
  const matched = new Set(pairs.map(([mine]) => mine))
  return [
    ...levelChanges(section, theirs, { level: 'language', place: { language }, find, said, options }),
    ...pairs.flatMap(([mine, other]) => termChanges(mine, other, { language, find, options })),
    ...(options.complete ? section.terms.filter((term) => !matched.has(term)) : []).map((term): Change => ({
      ...shown({ language }, 'term', term.text, null),
      take: (draft) => {
        const kept = find(draft) as LanguageDraft
        kept.terms = kept.terms.filter(({ id }) => id !== term.id)
      },
    })),
  ]
}

function termChanges(
  ours: TermDraft | null,
  theirs: TermDraft,
  { language, find, options }: { language: string; find: Find; options: Context },
): Change[] {
  if (!ours)
    return [
      {
        ...shown({ language }, 'term', null, theirs.text),
        take: (draft) => void (find(draft) as LanguageDraft).terms.push(theirs),
      },
    ]
  const place = { language, term: ours.text }
  const findTerm: Find = (draft) => (find(draft) as LanguageDraft).terms.find(({ id }) => id === ours.id)!
  const said = new Set([...(options.evidence ?? [])].map((text) => statement('context', text)))
  if (options.evidence?.size && !ours.context) said.add(statement('contextSource', theirs.contextSource ?? ''))
  const spelling: Change[] =
    ours.text === theirs.text
      ? []
      : [
          {
            ...shown(place, 'term', ours.text, theirs.text),
            take: (draft) => Object.assign(findTerm(draft), { text: theirs.text }),
          },
        ]
  const changes = levelChanges(ours, theirs, { level: 'term', place, find: findTerm, said, options })
  return [...spelling, ...changes.filter((change) => !options.promotes || !isPromotion(change))]
}

function isPromotion({ field, before, after }: Change): boolean {
  return field === 'administrativeStatus' && before === 'admittedTerm-admn-sts' && after === 'preferredTerm-admn-sts'
}

/** Each of theirs with the one of ours that it is: spelt the same, else of the same key. */
function pairedTerms(ours: TermDraft[], theirs: TermDraft[], language: string): [TermDraft | null, TermDraft][] {
  const left = [...ours]
  const take = (same: (mine: TermDraft) => boolean): TermDraft | null => {
    const index = left.findIndex(same)
    return index < 0 ? null : left.splice(index, 1)[0]!
  }
  const exact = theirs.map((other) => take(({ text }) => text === other.text))
  return theirs.map((other, i): [TermDraft | null, TermDraft] => {
    if (exact[i]) return [exact[i], other]
    const key = normaliseTerm(other.text, language)
    return [take(({ text }) => normaliseTerm(text, language) === key), other]
  })
}

interface LevelContext {
  level: Level
  place: Place
  find: Find
  /** What is said elsewhere and is no news here: formats move things up. */
  said: ReadonlySet<Statement>
  options: Context
}

function levelChanges(ours: Record_, theirs: Record_, context: LevelContext): Change[] {
  const said = new Set([...context.said, ...statementsOf(ours, context.level)])
  return [...fieldChanges(ours, theirs, said, context), ...nodeChanges(ours, theirs, said, context)]
}

function fieldChanges(ours: Record_, theirs: Record_, said: ReadonlySet<Statement>, context: LevelContext): Change[] {
  const { level, place, find, options } = context
  const [mine, other] = [ours, theirs] as Record<string, string | null | undefined>[]
  const nodes = dividedNodes(theirs.data ?? [], level).fields
  return fieldNames(level).flatMap((name): Change[] => {
    const was = mine![name] || null
    const is = saysNoStatus(theirs, name, nodes) ? null : other![name] || null
    const set = (draft: ConceptDraft, value: string | null): void => void Object.assign(find(draft), { [name]: value })
    if (is === null) {
      const isGone = options.complete && was !== null && name !== 'administrativeStatus'
      return isGone ? [{ ...shown(place, name, was, null), take: (draft) => set(draft, null) }] : []
    }
    if (was !== null && comparable(name, was) === comparable(name, is)) return []
    if (said.has(statement(name, is)) || (name === 'note' && isGlued(is, options.texts))) return []
    const take = (draft: ConceptDraft): void => {
      const target = find(draft)
      const node = was === null ? nodes.get(name) : undefined
      if (node) target.data = [...nodesOf(target, level), node]
      set(draft, is)
    }
    return [{ ...shown(place, name, was, is), take }]
  })
}

/** Every term has a status here; a file may say none. */
function saysNoStatus({ data }: Record_, name: string, nodes: Map<string, DataNode>): boolean {
  return name === 'administrativeStatus' && Boolean(data) && !nodes.has(name)
}

/** Nodes that no field holds: each that says something new, as a whole. */
function nodeChanges(ours: Record_, theirs: Record_, said: ReadonlySet<Statement>, context: LevelContext): Change[] {
  const { level, place, find, options } = context
  const added = dividedNodes(theirs.data ?? [], level)
    .rest.filter((node) => statementsOfNode(node).some((one) => !said.has(one)))
    .filter((node) => node.element !== 'note' || !isGlued(shownNode(node), options.texts))
    .map((node): Change => ({
      ...shown(place, nameOf(node), null, shownNode(node)),
      take: (draft) => {
        const target = find(draft)
        target.data = [...nodesOf(target, level), node]
      },
    }))
  if (!options.complete) return added
  const kept = statementsOf(theirs, level)
  const gone = dividedNodes(ours.data ?? [], level)
    .rest.filter((node) => statementsOfNode(node).some((one) => !kept.has(one)))
    .map((node): Change => ({
      ...shown(place, nameOf(node), shownNode(node), null),
      take: (draft) => {
        const target = find(draft)
        target.data = (target.data ?? []).filter((one) => JSON.stringify(one) !== JSON.stringify(node))
      },
    }))
  return [...added, ...gone]
}

/** A note that consists of what the concept says elsewhere, and of what stands between. */
function isGlued(note: string, texts: string[]): boolean {
  let rest = plainText(note)
  for (const text of texts) rest = rest.replaceAll(text, ' ')
  return rest !== plainText(note) && !/[\p{L}\p{N}]/u.test(rest)
}

/** Longest first; single letters would be found anywhere. */
function textsOf({ languages, ...concept }: ConceptRecord): string[] {
  const records: object[] = [concept, ...languages, ...languages.flatMap(({ terms }) => terms)]
  const nodes = records.flatMap((record) => (record as Record_).data ?? [])
  const values = [...records.flatMap((record) => Object.values(record)), ...nodes.flatMap(valuesOfNode)]
  const texts = values.filter((value): value is string => typeof value === 'string').map(plainText)
  return [...new Set(texts)].filter((text) => text.length > 1).sort((one, other) => other.length - one.length)
}

function valuesOfNode(node: DataNode): string[] {
  return node.children ? node.children.flatMap(valuesOfNode) : [valueOf(node)]
}

function goneSections(ours: ConceptRecord, theirs: ConceptDraft): Change[] {
  const kept = new Set(theirs.languages.map(({ language }) => language))
  return ours.languages
    .filter(({ language }) => !kept.has(language))
    .map(({ language, terms }) => ({
      ...shown({ language }, 'language', terms.map(({ text }) => text).join(', '), null),
      take: (draft) => {
        draft.languages = draft.languages.filter((section) => section.language !== language)
      },
    }))
}

function shown(place: Place, field: string, before: string | null, after: string | null): Difference {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const path = [place.language, place.term, field].filter(Boolean).join(' › ')
  return { path, field, ...place, kind, before, after }
}
