export type Gender = 'm' | 'f' | 'n'

/** One way in which words of a language inflect. */
export interface Paradigm {
  /** What follows the stem in the singular, the citation form first; '' where nothing does. */
  singular: readonly string[]
  /** The same in the plural. */
  plural: readonly string[]
  /** What the stem has to end in. */
  after?: RegExp
  /** Gender of nouns that follow it, where adjectives agree with it. */
  gender?: Gender
  /** Of an adjective: its citation form beside a noun of each gender, and beside a plural. The noun is the first word that is none. */
  agreeing?: Readonly<Record<Gender | 'plural', string>>
  /** Its endings are telling enough to be trusted without a second form in the corpus. */
  isTelling?: boolean
}

/** How the dictionary forms of a language are found: data. */
export interface Morphology {
  paradigms: readonly Paradigm[]
  /** Form → citation form, for what no paradigm tells; a form that stands for itself stays as it is. */
  irregular: Readonly<Record<string, string>>
  /** Words after which a complement begins that keeps its form: de, du, of. */
  joints: ReadonlySet<string>
  /** Only the head and the adjectives before it change; what follows is a complement (Slavic genitive). */
  headEndsPhrase: boolean
  /** Its forms are too much alike to make one that the corpus does not hold. */
  citesWhatStands?: boolean
  /** Nouns are written large wherever they stand, and nothing else is. */
  nounsAreLarge?: boolean
  /**
   * A noun that stands in the plural more often than this share is cited in it. Where the plural is the only inflection, the text's
   * own use decides; where cases are many, the plural is a form like others.
   */
  pluralFrom: number
}

/** Singular and plural of a noun, its citation form first, with a bar between. */
export const noun = (gender: Gender | undefined, endings: string, after?: RegExp, isTelling = false): Paradigm => {
  const [singular, plural] = endings.split(' | ').map(list) as [readonly string[], readonly string[]]
  return { gender, singular, plural, after, isTelling }
}

/** An adjective beside nouns of three genders, in the plural, and in all other cases. */
export const adjective = (
  m: string,
  f: string,
  n: string,
  plural: string,
  others: string,
  after?: RegExp,
): Paradigm => ({
  singular: list(`${m} ${f} ${n} ${others}`),
  plural: list(`${plural}`),
  agreeing: { m, f, n, plural: plural.split(' ')[0]! },
  after,
  isTelling: true,
})

export const list = (text: string): readonly string[] =>
  text.split(/\s+/u).map((ending) => (ending === '-' ? '' : ending))

export const table = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(/\s+/u)
      .filter(Boolean)
      .map((pair) => {
        const [form, lemma] = pair.split('=')
        return [form!, lemma ?? form!]
      }),
  )
