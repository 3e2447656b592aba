import type { LanguageTag } from '../../shared/language-tag.js'
import type { ConceptEntry, Markup } from './concept-entry.js'

/** What a glossary says about itself before its first concept. */
export interface GlossaryHeader {
  title?: string
  description?: string
  /** Source first, when the glossary has a direction. */
  languages?: LanguageTag[]
  /** Dialect and style as read, such as `TBX-Basic` and `dca`. */
  dialect?: string
  style?: 'dca' | 'dct' | 'martif' | 'min-2013'
  /** The language that the file itself is written in. */
  language?: string
  /** A TBX header as read, in the names of TBX 3; with it, nothing of the header is lost. */
  tbxHeader?: Markup
}

/** Entries are read one after the other; what comes after the last is there when they have ended. */
export interface Glossary {
  header: GlossaryHeader
  entries: AsyncIterable<ConceptEntry> | Iterable<ConceptEntry>
  /** Back matter of TBX (`refObjectSec`: persons, images, sources), complete after the last entry. */
  backMatter?: Markup[]
}

/** Something in a file that was read all the same. One row per kind; `line` is the first place. */
export interface ReadingWarning {
  code: string
  message: string
  line?: number
  count: number
}

/** A glossary being read from a file. */
export interface GlossaryReading extends Glossary {
  /** The format recognised, by its id. */
  format: string
  entries: AsyncIterable<ConceptEntry>
  backMatter: Markup[]
  /** Complete after the last entry. */
  warnings: ReadingWarning[]
}

/** Something that a format could not carry, with how often. */
export interface Loss {
  /** The data category and, where it matters, its level or value: `definition at term level`. */
  category: string
  what: 'dropped' | 'moved' | 'changed'
  count: number
}

/** Counts what is lost while a glossary is written. */
export class LossReport {
  private readonly counts = new Map<string, Loss>()

  add(category: string, what: Loss['what'] = 'dropped', count = 1): void {
    const key = `${what} ${category}`
    const known = this.counts.get(key)
    if (known) known.count += count
    else this.counts.set(key, { category, what, count })
  }

  /** Most frequent first. */
  list(): Loss[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1))
  }
}
