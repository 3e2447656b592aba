import type { LanguageTag } from '../../shared/language-tag.js'

/** One translation unit as a file holds it: both sides as text, inline markup removed. An empty side means "not translated". */
export interface SourceSegment {
  source: string
  target: string
  /** Where it stands in the file, from 1; for .docx and .xlsx the row of its table. */
  line?: number
}

/** Something of a file that was left out or read by guess. One row a kind; `line` is the first place. */
export interface SourceWarning {
  code: SourceWarningCode
  message: string
  line?: number
  count?: number
}

export type SourceWarningCode =
  | 'fuzzy-left-out'
  | 'obsolete-left-out'
  | 'untranslated-left-out'
  | 'pdf-layout'
  | 'page-furniture'
  | 'page-without-text'
  | 'footnotes-left-out'
  | 'rows-left-out'
  | 'hidden-sheet'
  | 'cues-without-counterpart'

interface Read {
  encoding: string
  warnings?: SourceWarning[]
}

/** A parallel document, before intake: running text still to be split and paired, or pairs that the file itself made. */
export type SourceFile =
  | (Read & { kind: 'text'; format: 'text' | 'docx' | 'pdf' | 'subtitles'; text: string })
  | (Read & {
      kind: 'segments'
      format: 'tsv' | 'tmx' | 'xliff' | 'docx' | 'xlsx' | 'po' | 'subtitles'
      segments: SourceSegment[]
      /** The languages as the file names them, when it does. */
      languages?: { source: LanguageTag; target: LanguageTag }
    })

export interface SourceFileOptions {
  /** The declared pair: decides which variants of a TMX or XLIFF are read, and which side is the source. */
  languages?: { source: LanguageTag; target: LanguageTag }
  /** Refuse larger files; default 100 MB. For archives it also bounds the unpacked size, eightfold. */
  maxBytes?: number
  /** Chosen by a person for plain text: no other encoding is tried. */
  encoding?: string
}

/** Bytes of a file with its name. */
export interface NamedBytes {
  name: string
  bytes: Uint8Array
}
