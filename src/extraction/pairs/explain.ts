import type { Features } from './features.js'

/** What a sentence of explanation is made of. */
export interface Explained {
  /** Citation forms, in the order of the product: source, target. */
  source: string
  target: string
  count: number
  features: Features
  /** "SCO" and what the text or the initials say of it. */
  abbreviation?: { short: string; long: string; isSaidByText: boolean }
}

export interface Explanation {
  en: string
  zh: string
}

/** One row an observation: when it is worth saying, and how, in both languages of the screens. Rows of one group exclude each other. */
const observations: {
  group: string
  when: (pair: Explained) => boolean
  en: (pair: Explained) => string
  zh: (pair: Explained) => string
}[] = [
  {
    group: 'abbreviation',
    when: ({ abbreviation }) => abbreviation?.isSaidByText === true,
    en: ({ abbreviation }) => `the text itself says that ${abbreviation!.short} is short for “${abbreviation!.long}”`,
    zh: ({ abbreviation }) => `原文注明 ${abbreviation!.short} 是“${abbreviation!.long}”的简称`,
  },
  {
    group: 'abbreviation',
    when: ({ abbreviation }) => abbreviation !== undefined,
    en: ({ abbreviation }) => `${abbreviation!.short} agrees with the initials of ${abbreviation!.long}`,
    zh: ({ abbreviation }) => `${abbreviation!.short} 与“${abbreviation!.long}”各部分译文的首字母相符`,
  },
  {
    group: 'count',
    when: ({ count, features }) => count > 1 && features.shareOfTerm >= 0.8 && features.shareOfAnswer >= 0.8,
    en: ({ count }) => `together in ${count} places, hardly ever otherwise`,
    zh: ({ count }) => `共同出现 ${count} 次，几乎没有其他译法`,
  },
  {
    group: 'count',
    when: ({ count }) => count > 1,
    en: ({ count, features }) =>
      `together in ${count} places, ${percent(features.shareOfTerm)} of those where the term stands`,
    zh: ({ count, features }) => `共同出现 ${count} 次，占该术语出现次数的 ${percent(features.shareOfTerm)}`,
  },
  { group: 'count', when: () => true, en: () => 'together in one place', zh: () => '共同出现 1 次' },
  {
    group: 'dictionary',
    when: ({ features }) => features.glossed > 0.5,
    en: () => 'the text itself gives the original in brackets',
    zh: () => '译文中括注了原文',
  },
  {
    group: 'dictionary',
    when: ({ features }) => features.sameText > 0.5,
    en: () => 'written the same on both sides',
    zh: () => '两边写法相同',
  },
  {
    group: 'dictionary',
    when: ({ features }) => features.dictionaryEntry > 0.5,
    en: () => 'a dictionary lists the pair',
    zh: () => '词典收录该对应',
  },
  {
    group: 'dictionary',
    when: ({ features }) => features.dictionaryParts >= 0.5,
    en: ({ features }) => `a dictionary supports ${percent(features.dictionaryParts)} of its parts`,
    zh: ({ features }) => `词典支持其组成部分的 ${percent(features.dictionaryParts)}`,
  },
  {
    group: 'alignment',
    when: ({ abbreviation, features }) => abbreviation !== undefined && features.bothCovered === 0,
    en: () => '',
    zh: () => '',
  },
  {
    group: 'alignment',
    when: ({ features }) => features.bothCovered >= 0.75 && features.leak < 0.2,
    en: () => 'word by word the two account for each other',
    zh: () => '逐词对齐，两边完全对应',
  },
  {
    group: 'alignment',
    when: ({ features }) => features.bothCovered >= 0.4,
    en: ({ features }) => `word alignment accounts for ${percent(features.bothCovered)} of the two`,
    zh: ({ features }) => `词对齐覆盖 ${percent(features.bothCovered)}`,
  },
  { group: 'alignment', when: () => true, en: () => 'word alignment is weak here', zh: () => '词对齐较弱，请留意' },
  {
    group: 'doubt',
    when: ({ features }) => features.termInLonger >= 0.8 || features.answerInLonger >= 0.9,
    en: () => 'it nearly always stands inside a longer expression',
    zh: () => '几乎总是出现在更长的表达之中',
  },
  {
    group: 'doubt',
    when: ({ features }) => features.rivalStronger > 0.5,
    en: () => 'another rendering is more frequent',
    zh: () => '另有更常见的译法',
  },
]

/** One sentence a person can judge, from the numbers of the score. */
export function explain(pair: Explained): Explanation {
  const said = new Map<string, Explanation>()
  for (const { group, when, en, zh } of observations)
    if (!said.has(group) && when(pair)) said.set(group, { en: en(pair), zh: zh(pair) })
  const parts = [...said.values()].filter(({ en }) => en !== '')
  const english = parts.map(({ en }) => en).join('; ')
  return { en: `${capitalised(english)}.`, zh: `${parts.map(({ zh }) => zh).join('；')}。` }
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
