/** A word of a clean text. Offsets in UTF-16 code units of that text; `text` is the word in simplified script, as it is spelled. */
export interface Token {
  text: string
  start: number
  end: number
  /** The tagger's own: Universal POS in English, ICTCLAS in Chinese, '' where there is no tagger. */
  tag: string
  isStopWord: boolean
}

/** A word before it is known whether it is one of grammar. */
export type TaggedWord = Omit<Token, 'isStopWord'>
