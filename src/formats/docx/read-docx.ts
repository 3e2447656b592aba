import { DomainError } from '../../shared/errors.js'
import type { SourceFile, SourceFileOptions, SourceWarning } from '../source/source-file.js'
import { bilingualRows } from './bilingual-table.js'
import { readBody, type Block } from './read-body.js'
import { archiveKind } from '../zip/archive-kind.js'
import { archiveNames, unpackEntry } from '../zip/unpack.js'

const mainPart = 'word/document.xml'
const defaultMaxBytes = 100_000_000
const growth = 8

/** A Word document: a two-column table of both languages as its rows, anything else as running text, a line per paragraph. */
export function readDocx(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const limits = { file: name, maxBytes: (options.maxBytes ?? defaultMaxBytes) * growth }
  const xml = unpackEntry(bytes, mainPart, limits)
  if (!xml) throw notADocument(name, archiveNames(bytes, name))
  const blocks = readBody(xml, name)
  const notes = noteParts.flatMap((part) => {
    const xml = unpackEntry(bytes, part, limits)
    return xml ? readBody(xml, name).filter((block) => /\S/.test(textOf(block))) : []
  })
  const segments = bilingualRows(blocks, options.languages)
  if (segments)
    return {
      kind: 'segments',
      format: 'docx',
      segments,
      encoding: 'utf-8',
      languages: options.languages,
      warnings: notesLeftOut(notes.length),
    }
  const text = [...blocks, ...notes].map(textOf).join('\n')
  if (!/\S/.test(text)) throw noText(name)
  return { kind: 'text', format: 'docx', text, encoding: 'utf-8' }
}

/** Foot- and endnotes stand in parts of their own; as running text they follow the last paragraph. */
const noteParts = ['word/footnotes.xml', 'word/endnotes.xml']

/** Beside a table nothing says which cell of the other language answers a note. */
function notesLeftOut(count: number): SourceWarning[] {
  if (count === 0) return []
  return [{ code: 'footnotes-left-out', message: `${count} notes stand outside the table; they were left out.`, count }]
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text
  return block.rows.flatMap((cells) => cells.flat()).join('\n')
}

function noText(name: string): DomainError {
  return new DomainError('unreadable-file', 'The document holds no text.', {
    remedy: 'If it is a scan, run text recognition on it first.',
    place: { file: name },
  })
}

function notADocument(name: string, entries: string[]): DomainError {
  const { title, remedy } = archiveKind(entries)
  return new DomainError('unreadable-file', `The file is ${title}, not a Word document.`, {
    remedy,
    place: { file: name },
  })
}
