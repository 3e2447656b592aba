import { generalChinese } from './background/chinese.js'
import { generalEnglish } from './background/english.js'

/** Lists of common words a language, commonest tier first: data. */
const tiersOf: Record<string, readonly string[]> = { en: generalEnglish, zh: generalChinese }

const worth = [1, 0.6]

/** How common a word is outside special fields: 1 in the first tier, .6 in the second, 0 elsewhere or where no list is known. */
export function generalityOf(language: string): (word: string) => number {
  const tiers = (tiersOf[language.split('-')[0]!.toLowerCase()] ?? []).map((words) => new Set(words.split(' ')))
  return (word) => worth[tiers.findIndex((tier) => tier.has(word))] ?? 0
}
