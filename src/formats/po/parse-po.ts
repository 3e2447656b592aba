import { DomainError } from '../../shared/errors.js'

export interface PoMessage {
  /** Of its first line, from 1. */
  line: number
  id: string
  plural?: string
  /** One, or one a plural form. */
  translations: string[]
  fuzzy: boolean
  obsolete: boolean
}

type Part = { field: 'context' | 'id' | 'plural' } | { field: 'translation'; form: number }

const keywords: Record<string, Part> = {
  msgctxt: { field: 'context' },
  msgid: { field: 'id' },
  msgid_plural: { field: 'plural' },
}

/** The messages of a .po file (GNU gettext manual, "The Format of PO Files"), the header with an empty id among them. */
export function parsePo(text: string, file: string): PoMessage[] {
  const messages: PoMessage[] = []
  let message: PoMessage | null = null
  let part: Part | null = null
  let fuzzy = false
  const append = (value: string): void => {
    if (!message || !part) return
    if (part.field === 'id') message.id += value
    else if (part.field === 'plural') message.plural = (message.plural ?? '') + value
    else if (part.field === 'translation')
      message.translations[part.form] = (message.translations[part.form] ?? '') + value
  }
  for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1
    const obsolete = /^#~(?!\|)/.test(whole)
    const content = (obsolete ? whole.slice(2) : whole).trim()
    if (content === '') continue
    if (content.startsWith('#')) {
      if (/^#,.*\bfuzzy\b/.test(content)) fuzzy = true
      continue
    }
    const [, keyword, form, rest] = /^(?:(msg\w+)(?:\[(\d+)\])?\s*)?(".*)$/.exec(content) ?? []
    if (rest === undefined) throw broken(file, line, content)
    const next: Part | null = keyword ? partOf(keyword, form) : part
    if (!next) throw broken(file, line, content)
    const begins = keyword && (next.field === 'context' || (next.field === 'id' && part?.field !== 'context'))
    if (begins) {
      message = { line, id: '', translations: [], fuzzy, obsolete }
      messages.push(message)
      fuzzy = false
    }
    part = next
    append(unquoted(rest, file, line))
  }
  for (const message of messages) message.translations = [...message.translations].map((text) => text ?? '')
  return messages
}

function partOf(keyword: string, form: string | undefined): Part | null {
  if (keyword === 'msgstr') return { field: 'translation', form: Math.min(Number(form ?? 0), 9) }
  return keywords[keyword] ?? null
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\', a: '', b: '', f: '', v: '' }

function unquoted(quoted: string, file: string, line: number): string {
  const inner = /^"((?:[^"\\]|\\.)*)"\s*$/.exec(quoted)?.[1]
  if (inner === undefined) throw broken(file, line, quoted)
  return inner.replaceAll(/\\(.)/g, (whole, character: string) => escapes[character] ?? whole)
}

function broken(file: string, line: number, content: string): DomainError {
  return new DomainError('unreadable-file', `Line ${line} is no line of a PO file: ${content.slice(0, 60)}`, {
    remedy: 'Mend the line, or export the file again; "msgfmt --check" finds every such place.',
    place: { file, line },
  })
}
