import { DomainError } from '../../shared/errors.js'
import { languageOf, shareScript, type Language } from '../languages/index.js'
import type { LanguagePair } from '../types.js'

/** Which of the two declared languages a line is in; 'other' when it is plainly in neither, 'none' when it holds no word. */
export type Side = 'source' | 'target' | 'other' | 'none'

export type TellSide = (line: string) => Side

const scripts = [
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Thai',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Georgian',
  'Armenian',
] as const
const scriptPatterns = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const)

/** One Chinese character weighs as much as so many letters, because it says as much. */
const weightOfScript: Record<string, number> = { Han: 3, Hiragana: 2, Katakana: 2, Hangul: 2.5 }

/** Decides by script; two languages of one script by their words of grammar and their letters. */
export function sideTeller({ source, target }: LanguagePair): TellSide {
  const one = languageOf(source)
  const other = languageOf(target)
  return shareScript(one, other) && !isJapaneseWithChinese(one, other) ? byWords(one, other) : byScript(one, other)
}

const isJapaneseWithChinese = (one: Language, other: Language): boolean =>
  [one.code, other.code].toSorted().join() === 'ja,zh'

export function weightsOfScripts(text: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [script, pattern] of scriptPatterns) {
    const count = text.match(pattern)?.length ?? 0
    if (count > 0) weights.set(script, count * (weightOfScript[script] ?? 1))
  }
  return weights
}

function byScript(one: Language, other: Language): TellSide {
  return (line) => {
    const weights = weightsOfScripts(line)
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    if (total === 0) return 'none'
    const share = (language: Language) => weightIn(language, weights) / total
    // Kana settles it: Chinese has none.
    if (one.code === 'ja' && other.code === 'zh') return kana(weights) ? 'source' : 'target'
    if (one.code === 'zh' && other.code === 'ja') return kana(weights) ? 'target' : 'source'
    const [mine, theirs] = [share(one), share(other)]
    if (Math.max(mine, theirs) < 0.4) return 'other'
    // Foreign names in Latin letters stand in texts of every script; the other way round they are rarer.
    const [latin, elsewhere] = one.scripts.includes('Latin') ? [mine, theirs] : [theirs, mine]
    const latinSide = one.scripts.includes('Latin') ? 'source' : 'target'
    const otherSide = latinSide === 'source' ? 'target' : 'source'
    if (one.scripts.includes('Latin') || other.scripts.includes('Latin'))
      return elsewhere >= 0.2 || elsewhere >= latin ? otherSide : latinSide
    return mine >= theirs ? 'source' : 'target'
  }
}

const kana = (weights: Map<string, number>): boolean => weights.has('Hiragana') || weights.has('Katakana')

const weightIn = (language: Language, weights: Map<string, number>): number =>
  language.scripts.reduce((sum, script) => sum + (weights.get(script) ?? 0), 0)

/** Letters that one language of a script has and most others lack. */
const tellingLetters: Record<string, RegExp> = {
  de: /[äöüß]/gi,
  fr: /[éèêàçùœ]/gi,
  es: /[ñáíóú¿¡]/gi,
  pt: /[ãõçáâê]/gi,
  it: /[àèìòù]/gi,
  cs: /[ěščřžýáíůť]/gi,
}

function byWords(one: Language, other: Language): TellSide {
  return (line) => {
    const words = line.toLowerCase().match(/\p{L}+['’]?/gu) ?? []
    if (words.length === 0) return 'none'
    const evidence = (language: Language, rival: Language) =>
      words.filter((word) => language.stopWords.has(word) && !rival.stopWords.has(word)).length +
      0.5 * (line.match(tellingLetters[language.code] ?? /(?!)/g)?.length ?? 0)
    const [mine, theirs] = [evidence(one, other), evidence(other, one)]
    if (mine === theirs) return 'none'
    return mine > theirs ? 'source' : 'target'
  }
}

/** Refuses a text that is not bilingual in the declared pair, naming the line and the remedy. */
export function refuseUnlessBilingual(
  sides: readonly Side[],
  lines: readonly { text: string; line: number }[],
  languages: LanguagePair,
  file: string,
): void {
  const has = (side: Side) => sides.includes(side)
  if (has('source') && has('target')) return
  const firstOther = sides.indexOf('other')
  const missing = has('source') ? languages.target : has('target') ? languages.source : null
  const counts = weightsOfScripts(
    lines
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 100_000),
  )
  const seen = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([script]) => script)
    .slice(0, 2)
  if (missing === null || (firstOther >= 0 && sides.filter((side) => side === 'other').length > sides.length / 4))
    throw new DomainError(
      'invalid-input',
      `The text is not in ${languages.source} and ${languages.target}: it is written in ${seen.join(' and ') || 'no letters'} script.`,
      {
        remedy: 'Declare the two languages that the text is in.',
        place: { file, line: lines[Math.max(0, firstOther)]?.line ?? 1 },
      },
    )
  throw new DomainError('invalid-input', `The text is in one language only: nothing in it is in ${missing}.`, {
    remedy: 'Give a text that holds both languages, or give the two texts as two files.',
    place: { file, line: lines[0]?.line ?? 1 },
  })
}
