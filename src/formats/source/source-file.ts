import type { LanguageTag } from '../../shared/language-tag.js'

/** One translation unit as a file holds it: both sides as text, inline markup removed. An empty side means "not translated". */
export interface SourceSegment {
  source: string
  target: string
  /** Where it stands in the file, from 1; for .docx the row of its table. */
  line?: number
}

/** A parallel document, before intake: running text still to be split and paired, or pairs that the file itself made. */
export type SourceFile =
  | { kind: 'text'; format: 'text' | 'docx'; text: string; encoding: string }
  | {
      kind: 'segments'
      format: 'tsv' | 'tmx' | 'xliff' | 'docx'
      segments: SourceSegment[]
      encoding: string
      /** The languages as the file names them, when it does. */
      languages?: { source: LanguageTag; target: LanguageTag }
    }

export interface SourceFileOptions {
  /** The declared pair: decides which variants of a TMX or XLIFF are read, and which side is the source. */
  languages?: { source: LanguageTag; target: LanguageTag }
  /** Refuse larger files; default 100 MB. For .docx it also bounds the unpacked size, eightfold. */
  maxBytes?: number
  /** Chosen by a person for plain text: no other encoding is tried. */
  encoding?: string
}
