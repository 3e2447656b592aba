import { loadDictionary, type Dictionary } from './alignment/dictionary.js'
import { analyseCorpus, type AnalysedCorpus } from './pairs/analyse-corpus.js'
import { describePairs, type Description } from './pairs/describe-pairs.js'
import type { Knowledge } from './pairs/analysed.js'
import { knowledgeOf } from './pairs/know.js'
import { proposePairs } from './pairs/propose-pairs.js'
import { scorePairs } from './pairs/score.js'
import { showIn } from './pairs/show.js'
import { strongestFirst, variantIn } from './pairs/strongest-first.js'
import { weightsFor } from './pairs/weights.js'
import type { Corpus, ExtractionOptions, TermPair } from './types.js'

/** Ranked term pairs of a corpus, best first. Pure: the same corpus gives the same bytes. */
export async function* extractTermPairs(corpus: Corpus, options: ExtractionOptions = {}): AsyncIterable<TermPair> {
  const { analysed, knowledge, described, dictionary } = await describeCorpus(corpus, options)
  const scored = scorePairs(
    described.groups,
    weightsFor({ sentencePairs: analysed.pairs.length, languages: analysed.languages }),
  )
  const proposed = proposePairs(scored, {
    ...analysed,
    knowledge,
    dictionary,
    show: showIn(analysed.languages, options),
    toVariant: variantIn(analysed),
  })
  options.onProgress?.('rank', 1)
  yield* strongestFirst(proposed, analysed, options)
}

/** Everything before a judgement is made: training learns its weights from the same description. */
export async function describeCorpus(
  corpus: Corpus,
  options: ExtractionOptions = {},
  dictionary: Dictionary = loadDictionary(),
): Promise<{ analysed: AnalysedCorpus; knowledge: Knowledge; described: Description; dictionary: Dictionary }> {
  const analysed = await analyseCorpus(corpus, options)
  const knowledge = await knowledgeOf(
    analysed.pairs,
    { ...analysed, dictionary, approved: approvedIn(options, analysed.termIsSource) },
    options,
  )
  const described = await describePairs(analysed.pairs, knowledge, {
    placesKept: options.evidenceLimit ?? 20,
    isTagged: analysed.isTagged,
    onProgress: (share) => options.onProgress?.('pair', share),
    signal: options.signal,
  })
  return { analysed, knowledge, described, dictionary }
}

function approvedIn({ known = [] }: ExtractionOptions, termIsSource: boolean): { term: string; answer: string }[] {
  return [...known]
    .filter(({ state }) => state === 'approved')
    .map(({ source, target }) => (termIsSource ? { term: source, answer: target } : { term: target, answer: source }))
}
