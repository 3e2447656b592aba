import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage } from '../../shared/language-tag.js'
import type { ConceptEntry, Markup } from '../model/concept-entry.js'
import type { GlossaryHeader, GlossaryReading } from '../model/glossary.js'
import { atLine } from '../model/entry-lines.js'
import { toConceptEntry, type PlainConcept } from '../model/plain-concept.js'
import { WarningList } from '../model/warning-list.js'
import { linesOf } from '../text/lines.js'

export interface ReadJsonlOptions {
  file?: string
}

/** Termbase JSONL as it is written here; a file without a header line will do. */
export async function readJsonl(
  chunks: AsyncIterable<Uint8Array>,
  { file }: ReadJsonlOptions = {},
): Promise<GlossaryReading> {
  const lines = linesOf(chunks, file)[Symbol.asyncIterator]()
  const backMatter: Markup[] = []
  const warnings = new WarningList()
  const first = await nextRecord(lines, file)
  const header = (first?.record['glossary'] as GlossaryHeader | undefined) ?? {}

  async function* entries(): AsyncIterable<ConceptEntry> {
    let next = first && 'glossary' in first.record ? await nextRecord(lines, file) : first
    for (; next; next = await nextRecord(lines, file)) {
      if (Array.isArray(next.record['backMatter'])) backMatter.push(...(next.record['backMatter'] as Markup[]))
      else yield atLine(toConceptEntry(checked(next.record, next.line, file)), next.line)
    }
  }
  return { format: 'jsonl', header, entries: entries(), backMatter, warnings: warnings.list }
}

interface JsonRecord {
  line: number
  record: Record<string, unknown>
}

async function nextRecord(
  lines: AsyncIterator<{ text: string; line: number }>,
  file?: string,
): Promise<JsonRecord | null> {
  for (;;) {
    const { done, value } = await lines.next()
    if (done) return null
    if (value.text.trim() === '') continue
    return { line: value.line, record: parse(value.text, value.line, file) }
  }
}

function parse(text: string, line: number, file?: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // told below, with the line
  }
  throw new DomainError('unreadable-file', `Line ${line} is not a JSON object.`, {
    remedy: 'Write one object a line, without line breaks inside.',
    place: { file, line },
  })
}

/** Enough of the shape to be safe to use: a concept has sections, a section has terms, a term has a text. */
function checked(record: Record<string, unknown>, line: number, file?: string): PlainConcept {
  const sections = Array.isArray(record['languages']) ? (record['languages'] as Record<string, unknown>[]) : []
  const wellFormed = sections.every(
    ({ language, terms }) =>
      typeof language === 'string' &&
      Array.isArray(terms) &&
      terms.every((term: unknown) => typeof (term as { text?: unknown } | null)?.text === 'string'),
  )
  if (sections.length === 0 || !wellFormed)
    throw new DomainError('unreadable-file', `Line ${line} is not a concept.`, {
      remedy: 'A concept has "id" and "languages", each with "language" and "terms", each with "text".',
      place: { file, line },
    })
  const languages = (sections as unknown as PlainConcept['languages']).map((section) => ({
    ...section,
    language: canonicalLanguage(section.language) ?? section.language,
  }))
  const { id } = record
  return { ...record, id: typeof id === 'string' || typeof id === 'number' ? String(id) : `entry-${line}`, languages }
}
