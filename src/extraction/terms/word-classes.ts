/** What a token can do inside a term. Small numbers, because there is one for every token of a corpus. */
export const WordClass = {
  /** Marks that may stand inside a name: 、 · & / quotes. */
  break: 0,
  noun: 1,
  adjective: 2,
  /** A verb form that stands where an adjective or noun could: learning, trained. */
  participle: 3,
  verb: 4,
  /** of, for, in …: may stand inside a term, never at its edge. */
  connector: 5,
  coordinator: 6,
  article: 7,
  possessive: 8,
  number: 9,
  /** Words of grammar that no term holds. */
  grammar: 10,
  /** Marks between clauses: nothing crosses them. */
  wall: 11,
  /** locally, offshore: may open a longer term, is none by itself. */
  adverb: 12,
  /** 可, 无, 非: words of grammar that may open a term (可观察性). */
  prefix: 13,
  /** Round and square brackets: a term may hold a whole bracket (Financial Institutions (Resolution) Ordinance), never half of one. */
  opening: 14,
  closing: 15,
  /** 性, 率, 者: carries meaning, but no term begins with it. */
  suffix: 16,
  /** The two marks of a short quotation: a term may hold both (“长城”国际论坛), never one. */
  quoting: 17,
  quoted: 18,
} as const

export type WordClass = (typeof WordClass)[keyof typeof WordClass]

/** Words that carry meaning by themselves. */
export const isContent = (wordClass: number): boolean =>
  wordClass === WordClass.noun ||
  wordClass === WordClass.adjective ||
  wordClass === WordClass.participle ||
  wordClass === WordClass.verb ||
  wordClass === WordClass.adverb ||
  wordClass === WordClass.number ||
  wordClass === WordClass.suffix

export const isMark = (wordClass: number): boolean =>
  wordClass === WordClass.break ||
  wordClass === WordClass.opening ||
  wordClass === WordClass.closing ||
  wordClass === WordClass.quoting ||
  wordClass === WordClass.quoted
