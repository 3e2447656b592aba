import { DomainError } from '../../shared/errors.js'
import type { SourceFile, SourceFileOptions } from '../source/source-file.js'
import { bilingualRows } from './bilingual-table.js'
import { readBody, type Block } from './read-body.js'
import { archiveNames, unpackEntry } from './unpack.js'

const mainPart = 'word/document.xml'
const defaultMaxBytes = 100_000_000
const growth = 8

/** A Word document: a two-column table of both languages as its rows, anything else as running text, a line per paragraph. */
export function readDocx(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const limits = { file: name, maxBytes: (options.maxBytes ?? defaultMaxBytes) * growth }
  const xml = unpackEntry(bytes, mainPart, limits)
  if (!xml) throw notADocument(name, archiveNames(bytes, name))
  const blocks = readBody(xml, name)
  const segments = bilingualRows(blocks, options.languages)
  if (segments) return { kind: 'segments', format: 'docx', segments, encoding: 'utf-8', languages: options.languages }
  const text = blocks.map(textOf).join('\n')
  if (!/\S/.test(text)) throw noText(name)
  return { kind: 'text', format: 'docx', text, encoding: 'utf-8' }
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

/** What else is a zip archive, by an entry that gives it away. */
const otherArchives: { entry: RegExp; title: string; remedy: string }[] = [
  { entry: /^xl\/workbook\./, title: 'a spreadsheet', remedy: 'Save the sheet as tab-separated text (.tsv).' },
  { entry: /^ppt\/presentation\./, title: 'a presentation', remedy: 'Save its text as .docx or .txt.' },
  { entry: /^content\.xml$/, title: 'an OpenDocument file', remedy: 'Save it as .docx.' },
  { entry: /^META-INF\/container\.xml$/, title: 'an e-book (EPUB)', remedy: 'Convert it to .docx or .txt.' },
]

function notADocument(name: string, entries: string[]): DomainError {
  const other = otherArchives.find(({ entry }) => entries.some((candidate) => entry.test(candidate)))
  return new DomainError('unreadable-file', `The file is ${other?.title ?? 'a zip archive'}, not a Word document.`, {
    remedy: other?.remedy ?? 'Unpack it and choose a file inside.',
    place: { file: name },
  })
}
