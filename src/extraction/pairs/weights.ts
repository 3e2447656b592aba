import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import type { PageRules, PairModels } from './features.js'
import { otherReport } from './learnt/otherReport.js'
import { page } from './learnt/page.js'
import { report } from './learnt/report.js'

/** Below this number of sentence pairs counts say nothing, and other weights apply. */
const pageEnds = 200

/**
 * On a page a reader sees each fragment beside the whole, and keeps the whole. Gold lists are made of many pages, where a part stands by
 * itself elsewhere, so this is not learnt from them.
 */
const onPage: PageRules = {
  fragmentLoss: 0.6,
  leastAccounted: 0.85,
  commonWordLoss: 0.6,
  verbPhraseLoss: 0.4,
  secondLoss: 0.5,
}

export interface Judged {
  sentencePairs: number
  languages: { term: LanguageTag; answer: LanguageTag }
}

/** Which models judge a corpus: one page says little by counts, a long report says much; without a dictionary other reasons weigh. */
export function weightsFor({ sentencePairs, languages }: Judged): PairModels {
  if (sentencePairs < pageEnds) return { ...page, onPage }
  const hasDictionary = primaryLanguage(languages.term) === 'en' && primaryLanguage(languages.answer) === 'zh'
  return hasDictionary ? report : otherReport
}
