import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import type { PageRules, PairModels } from './features.js'
import { otherPage } from './learnt/otherPage.js'
import { otherReport } from './learnt/otherReport.js'
import { page } from './learnt/page.js'
import { report } from './learnt/report.js'

/** Below this number of sentence pairs counts say nothing, and other weights apply. */
const pageEnds = 200

/** What a reader takes in as one page. */
const onePage = 40

/**
 * On a page a reader sees each fragment beside the whole, and keeps the whole. Gold lists are made of many pages, where a part stands by
 * itself elsewhere, so this is not learnt from them.
 */
export const onPage: PageRules = {
  fragmentLoss: 0.85,
  openLoss: 0.6,
  noNounLoss: 0.8,
  coordinationLoss: 0.85,
  commonPhraseLoss: 0.8,
  numberLoss: 0.5,
  shortWordLoss: 0.6,
  leastAccounted: 0.85,
  commonWordLoss: 0.97,
  verbPhraseLoss: 0.85,
  secondLoss: 0.5,
}

export interface Judged {
  sentencePairs: number
  languages: { term: LanguageTag; answer: LanguageTag }
}

export type Profile = 'page' | 'otherPage' | 'report' | 'otherReport'

/** One page says little by counts, a long report says much; without a dictionary other reasons weigh. */
export function profileFor({ sentencePairs, languages }: Judged): Profile {
  const hasDictionary = primaryLanguage(languages.term) === 'en' && primaryLanguage(languages.answer) === 'zh'
  if (sentencePairs < pageEnds) return hasDictionary ? 'page' : 'otherPage'
  return hasDictionary ? 'report' : 'otherReport'
}

const shipped: Record<Profile, PairModels> = { page, otherPage, report, otherReport }

/** Which models judge a corpus. */
export function weightsFor(judged: Judged, learnt: Partial<Record<Profile, PairModels>> = {}): PairModels {
  const profile = profileFor(judged)
  const models = learnt[profile] ?? shipped[profile]
  // Without a dictionary the rules leave out more than they mend, unless a reader has it all before the eyes.
  const isRuled = profile === 'page' || (profile === 'otherPage' && judged.sentencePairs < onePage)
  return isRuled ? { ...models, onPage } : models
}
