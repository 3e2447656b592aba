import { DomainError } from '../shared/errors.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { LossReport, type Glossary, type Loss } from './model/glossary.js'
import { bilingual } from './model/bilingual.js'
import { dialects } from './tbx/dialects.js'
import { writeTbx } from './tbx/write-tbx.js'

export interface WriteOptions {
  /** For formats of two languages, and for `tbx-2008` for tools that take the first for the source. */
  source?: LanguageTag
  target?: LanguageTag
  /** Leave out terms that must not be used; the default where a tool would offer them like any other. */
  withoutDeprecated?: boolean
  /** What becomes of a data category that the format does not have; default `drop`. */
  unknown?: 'drop' | 'note'
  /** All ids of the glossary, when they are known: references to others are left out. */
  ids?: ReadonlySet<string>
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
  write(glossary: Glossary, context: WriteContext): AsyncIterable<string | Uint8Array>
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
    write: (glossary, context) => writeTbx(bilingual(glossary, context), dialects.martif, context),
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
    id: 'tbx-dca',
    title: 'TBX of a private dialect (DCA)',
    carries: 'Everything that was read, with categories of no published dialect where they stood.',
    write: (glossary, context) => writeTbx(glossary, dialects.private, context),
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
