import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { cleanText, foldScript } from '../text/clean.js'
import type { ExtractionOptions } from '../types.js'

export type Show = (text: string) => string

/** How a stretch of text is shown as a term: without noise; Chinese in simplified script unless the document's own is asked for. */
export function showIn(
  languages: { term: LanguageTag; answer: LanguageTag },
  { keepScript = false }: ExtractionOptions,
): { term: Show; answer: Show } {
  return { term: shown(languages.term, keepScript), answer: shown(languages.answer, keepScript) }
}

const writesHan = new Set(['zh', 'yue', 'wuu', 'lzh', 'cmn'])

function shown(language: LanguageTag, keepScript: boolean): Show {
  const folds = writesHan.has(primaryLanguage(language)) && !keepScript
  return (text) => {
    const clean = cleanText(text).text.replace(/\s+/gu, ' ').trim()
    const joined = clean.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    return folds ? foldScript(joined) : joined
  }
}
