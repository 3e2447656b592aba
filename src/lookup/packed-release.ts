import {
  type ArrayTree,
  indexStamp,
  indexTree,
  isAcronym,
  type Matcher,
  type MatcherSet,
  type MatcherTerm,
  packArrays,
  unpackArrays,
  unpackedIndex,
} from '../matching/index.js'
import { DomainError } from '../shared/errors.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { essential, type GlossaryConcept, type OwnedTerm, speaks, termsOf } from './glossary-concept.js'

/** Raised with every change to what is packed; the rules of matching have a stamp of their own. */
export const releaseStamp = `release 2 ${indexStamp}`

/** So many bytes of concepts can be addressed: five thousand million characters of JSON would be a strange glossary. */
const mostBytes = 2 ** 32

/** So many concepts are remembered twice over; each takes about a kilobyte. */
const mostRecent = 5000

/** A release as bytes: packed arrays to be held in memory, and the concepts, to be read one by one from where they lie. */
export interface PackedRelease {
  arrays: Uint8Array<ArrayBuffer>
  concepts: Buffer[]
}

/** Bytes [from, to) of the packed concepts. */
export type ConceptBytes = (from: number, to: number) => Buffer

/**
 * Packs the concepts of a release in their order. Terms are numbered from the first of the first concept to the last of
 * the last, whatever their language.
 */
export async function packRelease(
  concepts: AsyncIterable<GlossaryConcept> | Iterable<GlossaryConcept>,
): Promise<PackedRelease> {
  const terms: MatcherTerm<number>[] = []
  const acronyms: { term: MatcherTerm<number>; notFor: Set<string> }[] = []
  const firstTerm = [0]
  const conceptStart = [0]
  const packed: Buffer[] = []
  for await (const concept of concepts) {
    const first = firstTerm.at(-1)!
    const owned = termsOf(concept)
    owned.forEach(({ term, language }, ordinal) => {
      const { text, caseSensitive, exactForm, partOfSpeech } = term
      const matched = { id: first + ordinal, text, language, caseSensitive, exactForm, partOfSpeech }
      terms.push(matched)
      if (isLatinAcronym(text)) acronyms.push({ term: matched, notFor: languagesWith(text, owned) })
    })
    firstTerm.push(first + owned.length)
    const bytes = Buffer.from(JSON.stringify(essential(concept)))
    conceptStart.push(conceptStart.at(-1)! + bytes.length)
    packed.push(bytes)
  }
  if (conceptStart.at(-1)! >= mostBytes) throw tooLarge()
  const arrays: ArrayTree = {
    languages: indexTree(withBorrowed(terms, acronyms)),
    firstTerm: Uint32Array.from(firstTerm),
    conceptStart: Uint32Array.from(conceptStart),
  }
  return { arrays: packArrays(arrays, releaseStamp), concepts: packed }
}

/** The glossary of one release, open to be asked. */
export class OpenGlossary {
  private readonly matchers: MatcherSet
  private readonly firstTerm: Uint32Array
  private readonly conceptStart: Uint32Array
  /** Texts speak of few things: what was just read is read again. The less recent are forgotten together. */
  private recent = new Map<number, ReadConcept>()
  private lessRecent = new Map<number, ReadConcept>()

  /** `arrays` in place; throws a DomainError when they are not what `packRelease` makes today. */
  constructor(
    readonly arrays: ArrayBufferLike,
    private readonly bytes: ConceptBytes,
    options: { checked?: boolean } = {},
  ) {
    const { languages, firstTerm, conceptStart } = unpackArrays(arrays, releaseStamp, options) as {
      languages: ArrayTree
      firstTerm: Uint32Array
      conceptStart: Uint32Array
    }
    this.matchers = unpackedIndex(languages)
    this.firstTerm = firstTerm
    this.conceptStart = conceptStart
  }

  /** Primary languages that terms are in. */
  get languages(): LanguageTag[] {
    return this.matchers.languages
  }

  /** How many bytes the concepts take. */
  get conceptBytes(): number {
    return this.conceptStart.at(-1)!
  }

  /** What may stand in a text of that language: its own terms, and acronyms of others (SCO in a Chinese sentence). */
  matcher(language: LanguageTag): Matcher<number> {
    return this.matchers.in(language)
  }

  /** The term of a number, with its concept. */
  term(number: number): { concept: GlossaryConcept; owned: OwnedTerm } {
    const position = lastNotAbove(this.firstTerm, number)
    const { concept, terms } = this.concept(position)
    return { concept, owned: terms[number - this.firstTerm[position]!]! }
  }

  private concept(position: number): ReadConcept {
    const known = this.recent.get(position) ?? this.lessRecent.get(position)
    const { conceptStart } = this
    const read = known ?? readConcept(this.bytes(conceptStart[position]!, conceptStart[position + 1]!))
    if (this.recent.size >= mostRecent) [this.recent, this.lessRecent] = [new Map(), this.recent]
    this.recent.set(position, read)
    return read
  }
}

interface ReadConcept {
  concept: GlossaryConcept
  terms: OwnedTerm[]
}

function readConcept(bytes: Buffer): ReadConcept {
  const concept = JSON.parse(bytes.toString()) as GlossaryConcept
  return { concept, terms: termsOf(concept) }
}

/** Packs and opens concepts in memory: for a glossary out of a file, or a small one. */
export async function openConcepts(
  concepts: AsyncIterable<GlossaryConcept> | Iterable<GlossaryConcept>,
): Promise<OpenGlossary> {
  const packed = await packRelease(concepts)
  const all = Buffer.concat(packed.concepts)
  return new OpenGlossary(packed.arrays.buffer, (from, to) => all.subarray(from, to))
}

function isLatinAcronym(text: string): boolean {
  return isAcronym(text) && /^[\p{Script=Latin}\p{N}\p{P}\p{S}]+$/u.test(text)
}

function languagesWith(text: string, owned: OwnedTerm[]): Set<string> {
  return new Set(owned.filter(({ term }) => term.text === text).map(({ language }) => primaryLanguage(language)))
}

function withBorrowed(
  terms: MatcherTerm<number>[],
  acronyms: { term: MatcherTerm<number>; notFor: Set<string> }[],
): MatcherTerm<number>[] {
  const languages = [...new Set(terms.map(({ language }) => primaryLanguage(language)))]
  const borrowed = acronyms.flatMap(({ term, notFor }) =>
    languages
      .filter((language) => !notFor.has(language) && !speaks(term.language, language))
      .map((language) => ({ ...term, language })),
  )
  return [...terms, ...borrowed]
}

/** The last place of sorted numbers that does not lie above `wanted`. */
function lastNotAbove(sorted: Uint32Array, wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= wanted) low = middle
    else high = middle
  }
  return low
}

function tooLarge(): DomainError {
  return new DomainError('too-large', 'The concepts of this release take more than 4 GiB.', {
    remedy: 'Divide the termbase.',
  })
}
