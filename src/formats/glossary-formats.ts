import { DomainError } from '../shared/errors.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { LossReport, type Glossary, type Loss } from './model/glossary.js'
import { csvLayout, tsvLayout } from './csv/cells.js'
import { writeTable } from './csv/write-csv.js'
import { writeDeepl } from './deepl/write-deepl.js'
import { writeJsonl } from './jsonl/write-jsonl.js'
import { bilingual } from './model/bilingual.js'
import { writeMultitermDefinition } from './multiterm/write-definition.js'
import { writeMultiterm } from './multiterm/write-multiterm.js'
import { writeOmegat } from './omegat/write-omegat.js'
import type { FontFile } from './print/font.js'
import { writeHtml } from './print/write-html.js'
import { writePdf } from './print/write-pdf.js'
import { writeSkos } from './skos/write-skos.js'
import { dialects } from './tbx/dialects.js'
import { writeTbx } from './tbx/write-tbx.js'
import { writeTmx } from './tmx/write-tmx.js'
import { writeUtx } from './utx/write-utx.js'
import { writeXlsx } from './xlsx/write-xlsx.js'

export interface WriteOptions {
  /** For formats of two languages, and for `tbx-2008` for tools that take the first for the source. */
  source?: LanguageTag
  target?: LanguageTag
  /** Leave out terms that must not be used; lists of pairs always do, `tbx-2008` of two languages unless told not to. */
  withoutDeprecated?: boolean
  /** What becomes of a data category that the format does not have; default `drop`. */
  unknown?: 'drop' | 'note'
  /** All ids of the glossary, when they are known: references to others are left out. */
  ids?: ReadonlySet<string>
  /** The day of publication, YYYY-MM-DD, for formats that tell it. */
  date?: string
  /** Of tables (csv, tsv, xlsx): a row per term, which is the default and tells every field, or a row per concept. */
  rows?: 'term' | 'concept'
  /** The languages that have columns in a table with a row per concept, in this order. */
  languages?: LanguageTag[]
  /** Of csv and tsv, instead of the comma or the tab. */
  delimiter?: string
  /** False: csv and tsv without a row of titles. */
  header?: boolean
  /** What a PDF shows characters with that its standard fonts do not have. */
  font?: FontFile
}

interface WriteContext extends WriteOptions {
  losses: LossReport
}

export interface GlossaryFormat {
  id: string
  title: string
  mediaType: string
  extension: string
  /** What it carries, in one sentence. */
  carries: string
  /** Lists pairs of two languages, which must be known. */
  pairs?: true
  /** The format of a second file that readers of this one need. */
  beside?: string
  write(glossary: Glossary, context: WriteContext): AsyncIterable<string | Uint8Array>
}

/** Tools of two languages offer every term they find. */
function forTools({ withoutDeprecated, ...context }: WriteContext): WriteContext {
  return { ...context, withoutDeprecated: withoutDeprecated ?? Boolean(context.source && context.target) }
}

const tbx = { mediaType: 'application/x-tbx', extension: 'tbx' }

/** Every format a glossary can be written in, the most telling first. */
export const glossaryFormats: GlossaryFormat[] = [
  {
    ...tbx,
    id: 'tbx-basic-dca',
    title: 'TBX-Basic (ISO 30042:2019, DCA)',
    carries: 'Everything of TBX-Basic: the current standard.',
    write: (glossary, context) => writeTbx(glossary, dialects.basicDca, context),
  },
  {
    ...tbx,
    id: 'tbx-2008',
    title: 'TBX-Basic 2008 (martif)',
    carries: 'TBX-Basic of 2008, which OmegaT, Weblate, Lokalize and most translation tools read.',
    write: (glossary, context) => writeTbx(bilingual(glossary, forTools(context)), dialects.martif, context),
  },
  {
    ...tbx,
    id: 'tbx-basic-dct',
    title: 'TBX-Basic (ISO 30042:2019, DCT)',
    carries: 'Everything of TBX-Basic but markup inside definitions and contexts.',
    write: (glossary, context) => writeTbx(glossary, dialects.basicDct, context),
  },
  {
    ...tbx,
    id: 'tbx-core',
    title: 'TBX-Core (ISO 30042:2019)',
    carries: 'Concepts, languages, terms and notes.',
    write: (glossary, context) => writeTbx(glossary, dialects.core, context),
  },
  {
    ...tbx,
    id: 'tbx-min',
    title: 'TBX-Min (ISO 30042:2019)',
    carries: 'Terms with status, part of speech, subject field, customer and notes.',
    write: (glossary, context) => writeTbx(glossary, dialects.min, context),
  },
  {
    ...tbx,
    id: 'tbx-linguist-dca',
    title: 'TBX-Linguist (ISO 30042:2019, DCA)',
    carries: 'Everything of TBX-Basic, with grammatical number, register, readings and comments on transfer.',
    write: (glossary, context) => writeTbx(glossary, dialects.linguistDca, context),
  },
  {
    ...tbx,
    id: 'tbx-dca',
    title: 'TBX of a private dialect (DCA)',
    carries: 'Everything that was read, with categories of no published dialect where they stood.',
    write: (glossary, context) => writeTbx(glossary, dialects.private, context),
  },
  {
    id: 'csv',
    title: 'CSV',
    mediaType: 'text/csv',
    extension: 'csv',
    carries: 'The usual data categories, safe to open in a spreadsheet; a row per term or per concept.',
    write: (glossary, context) => writeTable(glossary, csvLayout, context),
  },
  {
    id: 'tsv',
    title: 'Tab-separated text',
    mediaType: 'text/tab-separated-values',
    extension: 'tsv',
    carries: 'The usual data categories, line breaks and tabs made spaces.',
    write: (glossary, context) => writeTable(glossary, tsvLayout, context),
  },
  {
    id: 'xlsx',
    title: 'Excel workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    carries: 'The usual data categories as text, a row per term or per concept.',
    write: (glossary, context) => writeXlsx(glossary, context),
  },
  {
    id: 'omegat',
    pairs: true,
    title: 'OmegaT glossary',
    mediaType: 'text/plain',
    extension: 'txt',
    carries: 'Pairs of usable terms with a comment.',
    write: (glossary, context) => writeOmegat(glossary, context),
  },
  {
    id: 'deepl-tsv',
    pairs: true,
    title: 'DeepL glossary (TSV)',
    mediaType: 'text/tab-separated-values',
    extension: 'tsv',
    carries: 'Each source term once, with its preferred target term.',
    write: (glossary, context) => writeDeepl(glossary, context),
  },
  {
    id: 'tmx',
    pairs: true,
    title: 'TMX 1.4',
    mediaType: 'application/x-tmx+xml',
    extension: 'tmx',
    carries: 'Pairs of usable terms as translation units, with definition, subject field and notes.',
    write: (glossary, context) => writeTmx(glossary, context),
  },
  {
    id: 'html',
    pairs: true,
    title: 'Printable glossary (HTML)',
    mediaType: 'text/html',
    extension: 'html',
    carries: 'Both directions, sorted as each language sorts, with statuses, definitions and notes.',
    write: (glossary, context) => writeHtml(glossary, context),
  },
  {
    id: 'pdf',
    pairs: true,
    title: 'Printable glossary (PDF)',
    mediaType: 'application/pdf',
    extension: 'pdf',
    carries: 'The same as HTML; characters beyond Western European ones need an installed or configured font.',
    write: (glossary, context) => writePdf(glossary, context),
  },
  {
    id: 'multiterm-xml',
    title: 'MultiTerm XML',
    mediaType: 'application/xml',
    extension: 'xml',
    carries: 'The usual data categories as fields of MultiTerm.',
    beside: 'multiterm-xdt',
    write: (glossary, context) => writeMultiterm(glossary, context),
  },
  {
    id: 'multiterm-xdt',
    title: 'MultiTerm termbase definition',
    mediaType: 'application/xml',
    extension: 'xdt',
    carries: 'No terms: the languages and fields of the termbase that the MultiTerm XML is imported into.',
    write: (glossary) => writeMultitermDefinition(glossary),
  },
  {
    id: 'utx',
    pairs: true,
    title: 'UTX 1.20',
    mediaType: 'text/plain',
    extension: 'utx',
    carries: 'Pairs of usable terms with part of speech and status.',
    write: (glossary, context) => writeUtx(glossary, context),
  },
  {
    id: 'skos',
    title: 'SKOS (Turtle)',
    mediaType: 'text/turtle',
    extension: 'ttl',
    carries: 'Labels by status, definitions and notes.',
    write: (glossary, context) => writeSkos(glossary, context),
  },
  {
    id: 'jsonl',
    title: 'Termbase JSONL',
    mediaType: 'application/x-ndjson',
    extension: 'jsonl',
    carries: 'Everything that was read, one concept a line.',
    write: (glossary) => writeJsonl(glossary),
  },
]

export function findGlossaryFormat(id: string): GlossaryFormat {
  const format = glossaryFormats.find((format) => format.id === id)
  if (format) return format
  throw new DomainError('invalid-input', `"${id}" is no glossary format.`, {
    remedy: `Use one of ${glossaryFormats.map(({ id }) => id).join(', ')}.`,
    fields: { format: ['is not a known format'] },
  })
}

/** A glossary being written: the bytes as they are asked for, and what the format could not carry once they have ended. */
export interface WrittenGlossary {
  format: GlossaryFormat
  chunks: AsyncIterable<Uint8Array>
  losses(): Loss[]
}

export function writeGlossary(formatId: string, glossary: Glossary, options: WriteOptions = {}): WrittenGlossary {
  const format = findGlossaryFormat(formatId)
  const losses = new LossReport()
  return {
    format,
    chunks: inLargePieces(format.write(glossary, { ...options, losses })),
    losses: () => losses.list(),
  }
}

const pieceLength = 65_536

/** Small strings joined into pieces that are worth a system call. */
async function* inLargePieces(pieces: AsyncIterable<string | Uint8Array>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for await (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    if (typeof piece === 'string' && text.length < pieceLength) continue
    if (text) yield encoder.encode(text)
    text = ''
    if (typeof piece !== 'string') yield piece
  }
  if (text) yield encoder.encode(text)
}
