import type { Joining } from '../alignment/compound-parts.js'
import type { Bound } from '../text/compounds.js'
import type { Particles } from '../text/particles.js'

/** What the algorithms ask of a language. Shared code never asks which language it is. */
export interface Language {
  /** BCP 47 primary subtag; '' for the one that stands in for all others. */
  code: string
  /** Unicode scripts it is written in, by their long names. */
  scripts: readonly string[]
  /** Whether words are separated by spaces. */
  usesSpaces: boolean
  /** Words of grammar, lower case. */
  stopWords: ReadonlySet<string>
  /** Lower-case words that end in a full stop without ending a sentence. */
  abbreviations: ReadonlySet<string>
  /** Labels that open a clause, beyond plain numbers and letters: "Article 13", 第十三条. */
  clauseLabel?: RegExp
  /** Phrases of two words, lower case, that modify a noun as a whole. */
  fixedModifiers?: ReadonlySet<string>
  /** Snowball stemmer of alignment's vocabulary, where there is one. */
  stemmer?: string
  /** What is never a word of its own. */
  bound?: Bound
  /** Words of grammar that are written onto the end of others. */
  particles?: Particles
  /** How it joins words into one, where it does. */
  joining?: Joining
  /** How many characters of English one character stands for, roughly: the ratio of lengths in translation. */
  density: number
}

export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))
