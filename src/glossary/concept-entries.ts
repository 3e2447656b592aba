import { isDeepStrictEqual } from 'node:util'
import {
  fromConceptEntry,
  plainFields,
  plainText,
  textOfContent,
  toConceptEntry,
  type ConceptEntry,
  type Content,
  type DataNode,
  type PlainLanguage,
  type PlainTerm,
} from '../formats/index.js'
import {
  type ConceptDraft,
  type ConceptRecord,
  type LanguageDraft,
  type TermDraft,
  picklists,
} from './concept-record.js'
import { byPreference } from './concept-rules.js'

/**
 * The two ways between a concept of the glossary and the neutral record of all formats. What came from a file goes out
 * as it came, node by node, but for what was changed since: a changed field is changed where it stands.
 */

type Fields = Record<string, string | null>
type Said = { data?: DataNode[] | null }

/** An entry of a file as a draft: fields typed, and beside them all that they do not say. */
export function conceptDraft(entry: ConceptEntry): ConceptDraft {
  const { id, attributes, languages, ...rest } = fromConceptEntry(entry)
  const fields = typed(rest, 'concept')
  return {
    externalId: id,
    ...fields,
    data: unsaidBy(toConceptEntry({ id, ...fields, languages: [] }).nodes, entry.nodes),
    asWritten: orNull({ attributes }),
    languages: merged(languages.filter(({ terms }) => terms.length > 0).map(languageDraft)),
  }
}

function languageDraft(section: PlainLanguage): LanguageDraft {
  const { language, languageAsWritten, attributes, terms } = section
  const fields = typed(section, 'language')
  const plain = toConceptEntry({ id: '', languages: [{ language, ...fields, terms: [] }] })
  return {
    language,
    ...fields,
    data: unsaidBy(plain.languages[0]!.nodes, section.nodes ?? []),
    asWritten: orNull({ language: languageAsWritten, attributes }),
    terms: inOrder(terms.map((term) => termDraft(term, language))),
  }
}

function termDraft(term: PlainTerm, language: string): TermDraft {
  const text = stored(term.text)
  const fields = typed(term, 'term')
  const plain = toConceptEntry({ id: '', languages: [{ language, terms: [{ text, ...fields }] }] })
  const content = term.content ?? (text === term.text ? undefined : [term.text])
  const { attributes, termAttributes } = term
  return {
    text,
    ...fields,
    data: unsaidBy(plain.languages[0]!.terms[0]!.nodes, term.nodes ?? []),
    asWritten: orNull({ content, attributes, termAttributes }),
  } as TermDraft
}

/** Preferred terms first, as everywhere; where the file had another order, it is kept beside. */
function inOrder(terms: TermDraft[]): TermDraft[] {
  const sorted = terms.toSorted(byPreference)
  if (sorted.every((term, index) => term === terms[index])) return terms
  return sorted.map((term) => ({ ...term, asWritten: { ...term.asWritten, position: terms.indexOf(term) } }))
}

/** Sections whose codes are unknown, or mean one language, are one. */
function merged(sections: LanguageDraft[]): LanguageDraft[] {
  const byLanguage = new Map<string, LanguageDraft>()
  for (const section of sections) {
    const first = byLanguage.get(section.language)
    if (!first) byLanguage.set(section.language, section)
    else {
      first.terms = inOrder([...first.terms, ...section.terms])
      if (first.data || section.data) first.data = [...(first.data ?? []), ...(section.data ?? [])]
    }
  }
  return [...byLanguage.values()]
}

/** A concept as a file has it. Older releases have fields only. */
export function conceptEntry(record: ConceptRecord): ConceptEntry {
  const asRead = fromConceptEntry(entryOfData(record))
  const { externalId, number, data, asWritten } = record
  return toConceptEntry({
    id: externalId ?? ownId(number),
    ...present({ attributes: asWritten?.attributes }),
    nodes: data ?? [],
    ...changed(record, asRead, 'concept'),
    languages: record.languages.map((section, i) => languageOf(section, asRead.languages[i]!)),
  })
}

/** What a concept made here is called in files: ids in XML begin with a letter. */
export function ownId(number: number): string {
  return `c${number}`
}

function languageOf(section: ConceptRecord['languages'][number], asRead: PlainLanguage): PlainLanguage {
  const { language, data, asWritten, terms } = section
  return {
    language,
    ...present({ languageAsWritten: asWritten?.language, attributes: asWritten?.attributes }),
    nodes: data ?? [],
    ...changed(section, asRead, 'language'),
    terms: terms
      .map((term, i) => ({ term, read: asRead.terms[i]!, position: term.asWritten?.position ?? i }))
      .sort((one, other) => one.position - other.position)
      .map(({ term, read }) => termOf(term, read)),
  }
}

function termOf(term: ConceptRecord['languages'][number]['terms'][number], asRead: PlainTerm): PlainTerm {
  const { attributes, termAttributes } = term.asWritten ?? {}
  return {
    ...spelling(term.text, term.asWritten?.content),
    ...present({ attributes, termAttributes }),
    nodes: term.data ?? [],
    ...changed(term, asRead, 'term'),
  }
}

/** The characters and the markup of the file, while they still spell the term. */
function spelling(text: string, content: Content | undefined): { text: string; content?: Content } {
  const written = content && plainText(textOfContent(content))
  if (written === undefined || stored(written) !== text) return { text }
  return content!.length === 1 && content![0] === written ? { text: written } : { text: written, content: content! }
}

/** The concept with nothing but its nodes. */
function entryOfData({ data, languages }: ConceptRecord): ConceptEntry {
  return {
    id: '',
    nodes: data ?? [],
    languages: languages.map(({ language, data, terms }) => ({
      language,
      nodes: data ?? [],
      terms: terms.map(({ text, data }) => ({ text, nodes: data ?? [] })),
    })),
  }
}

/** All nodes of one level, whether the record keeps them or its fields say them. */
export function nodesOf(record: object & Said, level: keyof typeof plainFields): DataNode[] {
  if (record.data) return record.data
  const fields = changed(record, {}, level)
  if (level === 'concept') return toConceptEntry({ id: '', ...fields, languages: [] }).nodes
  const section = { language: 'und', ...(level === 'language' && fields) }
  const terms = level === 'term' ? [{ text: '', ...fields }] : []
  const [entry] = toConceptEntry({ id: '', languages: [{ ...section, terms }] }).languages
  return level === 'term' ? entry!.terms[0]!.nodes : entry!.nodes
}

/** Fields that say something else than the nodes do; all of them, where there are no nodes. */
function changed(record: object & Said, asRead: object, level: keyof typeof plainFields): Fields {
  const said = record as Record<string, string | null | undefined>
  const read = typed(asRead, level)
  const names = fieldNames(level).filter(
    (name) => said[name] !== undefined && (!record.data || said[name] !== read[name]),
  )
  return Object.fromEntries(names.map((name) => [name, said[name] ?? null]))
}

/** The fields of a level, picklists in the values that we know; a value that is none of them stays in its node. */
function typed(record: object, level: keyof typeof plainFields): Fields {
  const said = record as Record<string, string | null | undefined>
  const values = fieldNames(level).map((name): [string, string | null] => {
    const value = said[name] ? said[name].normalize('NFC') : null
    const values = picklists[name]
    return [name, values && value !== null && !values.includes(value) ? null : value]
  })
  const fields = Object.fromEntries(values)
  if (level === 'term') fields['administrativeStatus'] ??= 'admittedTerm-admn-sts'
  return fields
}

/** The names of the typed fields of a level, those of sources behind what they are the source of. */
export function fieldNames(level: keyof typeof plainFields): readonly string[] {
  return namesOfFields[level]
}

const namesOf = (level: keyof typeof plainFields): string[] =>
  plainFields[level].flatMap(({ field, sourceField }) => (sourceField ? [field, sourceField] : [field]))

const namesOfFields = { concept: namesOf('concept'), language: namesOf('language'), term: namesOf('term') }

/** The nodes as read, unless the fields would write them the same. */
function unsaidBy(fromFields: DataNode[], asRead: DataNode[]): DataNode[] | null {
  return isDeepStrictEqual(fromFields, asRead) ? null : asRead
}

/** How a term is stored: composed, trimmed, runs of white space one space. */
function stored(text: string): string {
  return plainText(text.normalize('NFC'))
}

function present<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}

function orNull<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } | null {
  const some = present(values)
  return Object.keys(some).length > 0 ? some : null
}
