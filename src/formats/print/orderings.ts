import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'

export const orderingIds = ['pinyin', 'strokes', 'radicals', 'rows', 'letters'] as const
export type OrderingId = (typeof orderingIds)[number]

/** A way to sort the terms of a language, and the headings that its readers look for. */
export interface Ordering {
  id: OrderingId
  /** Of several: what it goes by. */
  title?: string
  compare(a: string, b: string): number
  headingOf(term: string): string
}

/** Those, and the orders that take too many pages in print: Chinese by radical. */
export function browsingOrderings(language: LanguageTag): Ordering[] {
  return primaryLanguage(language) === 'zh' ? [...orderingsOf(language), byRadicals()] : orderingsOf(language)
}

/** The orders that a language's dictionaries have, the usual one first: Chinese by sound and by strokes. */
export function orderingsOf(language: LanguageTag): Ordering[] {
  const special = orderings[primaryLanguage(language)]
  return special ? special(language) : [byLetter(language)]
}

const orderings: Record<string, (language: LanguageTag) => Ordering[]> = {
  zh: (language) => (isTraditional(language) ? [byStrokes(), byPinyin()] : [byPinyin(), byStrokes()]),
  ja: (language) => [byRows(language, 'あかさたなはまやらわ', { han: '漢字' })],
  ko: (language) => [byRows(language, '가나다라마바사아자차카타파하', { han: '漢字' })],
}

const isTraditional = (language: LanguageTag): boolean => new Intl.Locale(language).maximize().script === 'Hant'

/** CLDR's Chinese collations hold index marks: U+FDD0 and a letter stands before the first character of that sound. */
const indexMark = '\ufdd0'
const pinyinLetters = 'ABCDEFGHJKLMNOPQRSTWXYZ'.split('').map((letter) => ({ title: letter, from: indexMark + letter }))
/** In the order by strokes the mark is followed by the Braille pattern of that number. */
const strokeCounts = Array.from({ length: 48 }, (_, index) => ({
  title: `${index + 1}画`,
  from: indexMark + String.fromCodePoint(0x2801 + index),
}))

/** A radical is the first of the characters that stand under it; U+2F00 and the next are the 214 of Kangxi. */
const radicals = Array.from({ length: 214 }, (_, index) => String.fromCodePoint(0x2f00 + index).normalize('NFKD')).map(
  (radical) => ({ title: radical, from: radical }),
)

const byPinyin = (): Ordering => ({ id: 'pinyin', title: '拼音', ...byIndex('zh-u-co-pinyin-kn', pinyinLetters) })
const byStrokes = (): Ordering => ({ id: 'strokes', title: '笔画', ...byIndex('zh-u-co-stroke-kn', strokeCounts) })
const byRadicals = (): Ordering => ({ id: 'radicals', title: '部首', ...byIndex('zh-u-co-unihan-kn', radicals) })

function byIndex(locale: string, index: { title: string; from: string }[]): Omit<Ordering, 'id' | 'title'> {
  const { compare } = new Intl.Collator(locale)
  return {
    compare,
    headingOf: (term) => {
      if (!/^\p{Script=Han}/u.test(bare(term))) return plainHeading(term)
      return index.findLast(({ from }) => compare(from, bare(term)) <= 0)?.title ?? '#'
    },
  }
}

/** Kana and hangul are looked up by rows, named by the first of each. */
function byRows(language: LanguageTag, rows: string, { han }: { han: string }): Ordering {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const starts = Array.from(rows)
  return {
    id: 'rows',
    compare,
    headingOf: (term) => {
      if (/^\p{Script=Han}/u.test(bare(term))) return han
      if (!/^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(bare(term))) return plainHeading(term)
      return starts.findLast((start) => compare(start, bare(term)) <= 0) ?? starts[0]!
    },
  }
}

/** Ä stands under A in German and after Z in Swedish: whether a letter is one of its own, the language's collation says. */
function byLetter(language: LanguageTag): Ordering {
  const { compare } = new Intl.Collator(language, { numeric: true, ignorePunctuation: true })
  const base = new Intl.Collator(language, { sensitivity: 'base' })
  return {
    id: 'letters',
    compare,
    headingOf: (term) => {
      const first = Array.from(bare(term))[0] ?? ''
      if (!/\p{Letter}/u.test(first)) return plainHeading(term)
      const plain = first.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
      return (base.compare(first, plain) === 0 ? plain : first).toLocaleUpperCase(language)
    },
  }
}

/** Under which what is written in other letters stands. */
function plainHeading(term: string): string {
  const first = Array.from(bare(term))[0] ?? ''
  if (/\p{Number}/u.test(first)) return '0–9'
  return /\p{Script=Latin}/u.test(first) ? 'A–Z' : '#'
}

/** Without quotes and brackets in front. */
const bare = (term: string): string => term.replace(/^[\p{Punctuation}\p{Symbol}\s]+(?=.)/u, '')
