import { DomainError } from '../../shared/errors.js'
import { languageFit } from '../model/language-fit.js'
import { runsTheOtherWay } from '../source/columns.js'
import type { SourceFile, SourceFileOptions, SourceSegment, SourceWarning } from '../source/source-file.js'
import { decodeText } from '../text/decode-text.js'
import { parsePo, type PoMessage } from './parse-po.js'

/** True for text with messages of gettext, whatever stands before the first. */
export function looksLikePo(text: string): boolean {
  const head = text.slice(0, 50_000)
  return /^msgid\s+"/m.test(head) && /^msgstr(\[\d+\])?\s+"/m.test(head)
}

/** The translated messages of a gettext file, plural forms as pairs of their own. Fuzzy and obsolete ones are left out, and told. */
export function readPo(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const { text, encoding } = decodeText(bytes, { file: name, encoding: options.encoding ?? declaredEncoding(bytes) })
  const messages = parsePo(text, name)
  const header = messages.find(({ id }) => id === '')?.translations[0] ?? ''
  const [wanted, warnings] = usable(messages.filter(({ id }) => id !== ''))
  const segments = inDeclaredDirection(wanted.flatMap(segmentsOf), header, options)
  if (segments.length === 0) throw nothingTranslated(name)
  return { kind: 'segments', format: 'po', segments, encoding, warnings, languages: options.languages }
}

/** The header names the encoding of the file, in ASCII. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
  const label = /charset=([\w.-]+)/i.exec(head)?.[1]
  if (!label || /^(charset|utf-?8)$/i.test(label)) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

const leftOut = [
  { code: 'obsolete-left-out', is: (message: PoMessage) => message.obsolete, title: 'obsolete' },
  { code: 'fuzzy-left-out', is: (message: PoMessage) => message.fuzzy, title: 'marked fuzzy' },
  {
    code: 'untranslated-left-out',
    is: ({ translations }: PoMessage) => translations.every((text) => text.trim() === ''),
    title: 'not translated',
  },
] as const

function usable(messages: PoMessage[]): [PoMessage[], SourceWarning[]] {
  const warnings: SourceWarning[] = []
  let rest = messages
  for (const { code, is, title } of leftOut) {
    const found = rest.filter(is)
    rest = rest.filter((message) => !found.includes(message))
    if (found.length > 0)
      warnings.push({
        code,
        message: `${found.length} messages are ${title}; they were left out.`,
        line: found[0]!.line,
        count: found.length,
      })
  }
  return [rest, warnings]
}

/** The singular answers the first form, the plural the second; languages with one form have the first only. */
function segmentsOf({ id, plural, translations, line }: PoMessage): SourceSegment[] {
  const pairs = [{ source: id, target: translations[0] ?? '', line }]
  if (plural && translations.length > 1) pairs.push({ source: plural, target: translations[1] ?? '', line })
  return pairs.filter(({ target }) => target.trim() !== '')
}

/** Messages are written in one language and translated into the one that the header names, or that the letters show. */
function inDeclaredDirection(
  segments: SourceSegment[],
  header: string,
  { languages }: SourceFileOptions,
): SourceSegment[] {
  if (!languages) return segments
  const into = /^Language:\s*([\w@-]+)/im.exec(header)?.[1]
  const columns: [string, string] = [
    segments.map(({ source }) => source).join(''),
    segments.map(({ target }) => target).join(''),
  ]
  const swapped =
    into && languageFit(languages.target, into) > 0
      ? false
      : into && languageFit(languages.source, into) > 0
        ? true
        : runsTheOtherWay(columns, languages)
  return swapped ? segments.map(({ source, target, line }) => ({ source: target, target: source, line })) : segments
}

function nothingTranslated(name: string): DomainError {
  return new DomainError('unreadable-file', 'No message of the file is translated.', {
    remedy: 'Choose a .po file with translations: a template (.pot) has none, and fuzzy ones are not trusted.',
    place: { file: name },
  })
}
