import { lineOfEntry, type ConceptEntry, type GlossaryReading } from '../../formats/index.js'
import { normaliseTerm } from '../../matching/index.js'
import { DomainError } from '../../shared/errors.js'
import { primaryLanguage } from '../../shared/language-tag.js'
import { conceptDraft } from '../concept-entries.js'
import type { ConceptDraft } from '../concept-record.js'
import { checkedDraft } from '../concept-rules.js'

/** An entry of a file on its way into a changeset. */
export interface ReadEntry {
  position: number
  line: number | null
  /** The id that the file gave, which another file may give again; null when the reader made one up. */
  externalId: string | null
  draft: ConceptDraft
  /** `en valve`: language and key of every term, in the order of the draft. */
  keys: string[]
  /** Its first terms, for people. */
  label: string
  /** Why it cannot be stored. */
  problem: string | null
}

export async function* readEntries(reading: GlossaryReading): AsyncGenerator<ReadEntry> {
  let position = 0
  for await (const entry of reading.entries) yield readEntry(entry, position++, reading)
}

function readEntry(entry: ConceptEntry, position: number, reading: GlossaryReading): ReadEntry {
  const read = conceptDraft(entry)
  const isMadeUp = hasMadeUpId(entry, reading)
  if (isMadeUp) read.externalId = null
  const { draft, problem } = stored(read)
  return {
    position,
    line: lineOfEntry(entry) ?? lineOfRow(entry),
    externalId: isMadeUp ? null : entry.id,
    draft,
    keys: keysOf(draft),
    label: labelOf(draft) || entry.id,
    problem,
  }
}

function stored(read: ConceptDraft): { draft: ConceptDraft; problem: string | null } {
  if (read.languages.length === 0) return { draft: read, problem: 'It has no term.' }
  try {
    return { draft: checkedDraft(read), problem: null }
  } catch (error) {
    if (error instanceof DomainError) return { draft: read, problem: error.message }
    throw error
  }
}

/** Readers count where a file gives no id; such a number says nothing about another file. */
function hasMadeUpId({ id }: ConceptEntry, { format, warnings }: GlossaryReading): boolean {
  if (/^row-\d+$/.test(id)) return format !== 'tbx' && format !== 'jsonl'
  return /^entry-\d+$/.test(id) && (format !== 'tbx' || warnings.some(({ code }) => code === 'missing-id'))
}

function lineOfRow({ id }: ConceptEntry): number | null {
  const row = /^row-(\d+)$/.exec(id)
  return row ? Number(row[1]) : null
}

function keysOf({ languages }: ConceptDraft): string[] {
  return languages.flatMap(({ language, terms }) =>
    terms.map(({ text }) => `${primaryLanguage(language)} ${normaliseTerm(text, language)}`),
  )
}

const LONGEST_LABEL = 120

function labelOf({ languages }: ConceptDraft): string {
  const label = languages.map(({ terms }) => terms[0]!.text).join(' · ')
  return label.length > LONGEST_LABEL ? `${Array.from(label).slice(0, LONGEST_LABEL).join('')}…` : label
}

/** Without what says nothing: most of a draft is null. */
export function withoutNulls(draft: ConceptDraft): object {
  const said = (record: object): object =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))
  return {
    ...said(draft),
    languages: draft.languages.map((section) => ({ ...said(section), terms: section.terms.map(said) })),
  }
}
