import type { LanguageTag } from '../../shared/language-tag.js'
import { languageOf, type Language } from '../languages/index.js'
import { foldScript } from './clean.js'
import { tagChinese } from './tag-chinese.js'
import { joinCompounds, joinBound } from './compounds.js'
import { withoutParticle } from './particles.js'
import { tagEnglish } from './tag-english.js'
import type { TaggedWord, Token } from './token.js'

export type { TaggedWord, Token } from './token.js'

export type Tokenise = (cleanText: string) => Token[]

export interface TokeniseOptions {
  /** Words that must not be cut, in simplified script: terms of the termbase, recurring strings of the document. */
  words?: Iterable<string>
  /** Without tags English needs no model: enough where only the words matter. Default true. */
  tagged?: boolean
}

/** The tokeniser of a language: the best tagger there is for it, or Unicode's word boundaries. */
export function tokeniserOf(tag: LanguageTag, { words = [], tagged = true }: TokeniseOptions = {}): Tokenise {
  const language = languageOf(tag)
  const cut = cutterOf(language, [...words], tagged)
  // The traditional characters of Chinese; Japanese writes its own, and is cut by them.
  const isFolded = language.scripts.length === 1 && language.scripts[0] === 'Han'
  return (text) =>
    cut(isFolded ? foldScript(text) : text).map(({ text: word, start, end, tag }) => ({
      text: word,
      start,
      end,
      tag,
      isStopWord: language.stopWords.has(word.toLowerCase().replace('’', "'")),
    }))
}

function cutterOf(language: Language, words: string[], tagged: boolean): (text: string) => TaggedWord[] {
  if (language.code === 'zh') return tagChinese(words)
  if (language.code === 'en' && tagged) return tagEnglish
  return wordsByUnicode(language)
}

/** Unicode word boundaries (UAX 29); parts of a hyphened compound are joined again, elided articles and particles stay apart. */
function wordsByUnicode(language: Language): (text: string) => TaggedWord[] {
  const { bound, particles } = language
  const segmenter = new Intl.Segmenter(language.code || 'und', { granularity: 'word' })
  return (text) => {
    const found: TaggedWord[] = []
    for (const { segment, index } of segmenter.segment(text))
      if (/\S/.test(segment)) found.push(...withoutElision(segment, index))
    const joined = joinCompounds(bound ? joinBound(found, bound) : found)
    return particles ? joined.flatMap((word) => withoutParticle(word, particles)) : joined
  }
}

/** l'accord, d'une, qu'il: the article or particle and the word. */
function withoutElision(segment: string, start: number): TaggedWord[] {
  const elided = /^(\p{L}{1,2}['’]|(?:jusqu|lorsqu|puisqu|dell|nell|sull|all|dall|quell)['’])(?=\p{L}{2,})/iu.exec(
    segment,
  )?.[0]
  if (!elided) return [{ text: segment, start, end: start + segment.length, tag: '' }]
  const middle = start + elided.length
  return [
    { text: elided, start, end: middle, tag: '' },
    { text: segment.slice(elided.length), start: middle, end: start + segment.length, tag: '' },
  ]
}
