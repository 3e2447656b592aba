import { DomainError } from '../../shared/errors.js'
import { readDocx } from '../docx/read-docx.js'
import { isPdf, readPdf } from '../pdf/read-pdf.js'
import { looksLikePo, readPo } from '../po/read-po.js'
import { looksLikeSubtitles } from '../subtitles/parse-cues.js'
import { readSubtitles } from '../subtitles/read-subtitles.js'
import { readBilingualSheet } from '../xlsx/read-bilingual-sheet.js'
import { archiveKind } from '../zip/archive-kind.js'
import { archiveNames } from '../zip/unpack.js'
import { contentKind, type ContentKind } from '../text/content-kind.js'
import { isZip } from '../text/binary-kind.js'
import { decodeText } from '../text/decode-text.js'
import { looksLikeTsv, readTsv } from '../tsv/read-tsv.js'
import { readTmx } from '../tmx/read-tmx.js'
import { readXliff } from '../xliff/read-xliff.js'
import type { SourceFile, SourceFileOptions } from './source-file.js'

const defaultMaxBytes = 100_000_000

/** A document to extract from: what it is is told from its content; its name serves messages, and settles .tsv. */
export async function readSourceFile(
  name: string,
  bytes: Uint8Array,
  options: SourceFileOptions = {},
): Promise<SourceFile> {
  refuseTooLarge(name, bytes, options.maxBytes ?? defaultMaxBytes)
  if (isZip(bytes)) return readOffice(name, bytes, options)
  if (isPdf(bytes)) return readPdf(name, bytes)
  return readText(name, bytes, options)
}

function readOffice(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const { id } = archiveKind(archiveNames(bytes, name))
  return id === 'xlsx' ? readBilingualSheet(name, bytes, options) : readDocx(name, bytes, options)
}

function readText(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const { languages, encoding } = options
  const decoded = decodeText(bytes, {
    file: name,
    encoding,
    languages: languages && [languages.source, languages.target],
  })
  const kind = contentKind(decoded.text)
  if (kind === 'tmx') return readTmx(name, bytes, options)
  if (kind === 'xliff') return readXliff(name, bytes, options)
  if (kind !== 'text') throw notADocument(name, kind)
  if (looksLikePo(decoded.text)) return readPo(name, bytes, options)
  if (looksLikeSubtitles(decoded.text)) return readSubtitles(name, decoded, options)
  if (looksLikeTsv(name, decoded.text)) return readTsv(name, decoded, options)
  refuseBlank(name, decoded.text)
  return { kind: 'text', format: 'text', text: decoded.text, encoding: decoded.encoding }
}

function refuseTooLarge(name: string, bytes: Uint8Array, maxBytes: number): void {
  if (bytes.length <= maxBytes) return
  throw new DomainError('too-large', `The file has ${bytes.length} bytes; at most ${maxBytes} are read.`, {
    remedy: 'Split it into smaller files.',
    place: { file: name },
  })
}

function refuseBlank(name: string, text: string): void {
  if (/\S/.test(text)) return
  throw new DomainError('unreadable-file', 'The file holds nothing but white space.', {
    remedy: 'Choose a file with text in both languages.',
    place: { file: name },
  })
}

const explanations: Record<Exclude<ContentKind, 'text' | 'tmx' | 'xliff'>, { message: string; remedy: string }> = {
  html: {
    message: 'The file is a web page.',
    remedy: 'It may be the page that asks for a password: download the file again, or save the page as text.',
  },
  tbx: { message: 'The file is a glossary (TBX), not a document.', remedy: 'Import it as a glossary.' },
  multiterm: { message: 'The file is a glossary (MultiTerm XML), not a document.', remedy: 'Import it as a glossary.' },
  rdf: { message: 'The file is a vocabulary (RDF), not a document.', remedy: 'Import it as a glossary.' },
  xml: { message: 'The file is XML of an unknown kind.', remedy: 'Use TMX, XLIFF, .docx, .tsv or plain text.' },
  'lfs-pointer': {
    message: 'The file is a pointer of Git LFS, not the file itself.',
    remedy: 'Fetch it with "git lfs pull" and try again.',
  },
}

function notADocument(name: string, kind: keyof typeof explanations): DomainError {
  const { message, remedy } = explanations[kind]
  return new DomainError('unreadable-file', message, { remedy, place: { file: name } })
}
