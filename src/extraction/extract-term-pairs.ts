import { loadDictionary, type Dictionary } from './alignment/dictionary.js'
import { weighMeaning } from './meaning.js'
import { analyseCorpus, type AnalysedCorpus } from './pairs/analyse-corpus.js'
import { describePairs, type Description } from './pairs/describe-pairs.js'
import type { Knowledge } from './pairs/analysed.js'
import { knowledgeOf } from './pairs/know.js'
import type { PairModels } from './pairs/features.js'
import { defaultThreshold, pageThreshold } from './pairs/default-threshold.js'
import { foldParts } from './pairs/fold-parts.js'
import { foldByRightness, foldRivals, wordingsOf } from './pairs/fold-rivals.js'
import { proposePairs } from './pairs/propose-pairs.js'
import { scorePairs } from './pairs/score.js'
import { shortFormRows } from './pairs/short-form-rows.js'
import { showIn } from './pairs/show.js'
import { strongestFirst, variantIn, withoutKnown } from './pairs/strongest-first.js'
import { canTeach, teachClasses } from './pairs/teach-classes.js'
import { weightsFor } from './pairs/weights.js'
import type { Corpus, Embed, ExtractionOptions, TermPair } from './types.js'

/** Ranked term pairs of a corpus, best first. Pure: the same corpus gives the same bytes. */
export async function* extractTermPairs(corpus: Corpus, options: ExtractionOptions = {}): AsyncIterable<TermPair> {
  const described = await describeCorpus(corpus, options)
  if (options.embed) yield* weighed(described, options, options.embed)
  else yield* rankedPairs(described, options)
}

/** What is listed, measured by the user's model as well. */
async function* weighed(described: DescribedCorpus, options: ExtractionOptions, embed: Embed): AsyncIterable<TermPair> {
  const rows = await weighMeaning([...rankedPairs(described, { ...options, limit: undefined })], embed)
  yield* rows.slice(0, options.limit)
}

/** Judges what was described, and lists it as an editor reads it. Measuring gives models of its own, which never saw the corpus. */
export function* rankedPairs(
  { analysed, knowledge, described, dictionary }: DescribedCorpus,
  options: ExtractionOptions = {},
  models: PairModels = weightsFor({ sentencePairs: analysed.pairs.length, languages: analysed.languages }),
): Generator<TermPair> {
  const toVariant = variantIn(analysed)
  const show = showIn(analysed.languages, options)
  options.onProgress?.('score', 0)
  const scored = scorePairs(described, models, (share) => options.onProgress?.('score', share))
  options.onProgress?.('rank', 0)
  const proposed = proposePairs(
    scored,
    { ...analysed, knowledge, dictionary, show, toVariant },
    // Naming and merging is about two thirds of it, listing the rest.
    (share) => options.onProgress?.('rank', share * 0.65),
  )
  const named =
    options.all || options.shortForms ? [...proposed, ...shortFormRows(proposed, analysed.languages)] : proposed
  const fold = models.rightness ? foldByRightness : foldRivals
  const folded = fold(withoutKnown(named, 'rejected', analysed, options), toVariant)
  const { listed, rivals } = models.onPage ? foldParts(folded) : folded
  const rows = options.all ? [...listed, ...rivals, ...wordingsOf({ listed, rivals })] : listed
  const isEndedByScore = !options.all && !models.rightness
  const usual = isEndedByScore ? (models.onPage ? pageThreshold : defaultThreshold) : 0
  const threshold = options.threshold ?? usual
  yield* strongestFirst(withoutKnown(rows, 'approved', analysed, options), analysed, { ...options, threshold })
}

export interface DescribedCorpus {
  analysed: AnalysedCorpus
  knowledge: Knowledge
  described: Description
  dictionary: Dictionary
}

/** Everything before a judgement is made: training learns its weights from the same description. */
export async function describeCorpus(
  corpus: Corpus,
  options: ExtractionOptions = {},
  dictionary: Dictionary = loadDictionary(),
): Promise<DescribedCorpus> {
  const analysed = await analyseCorpus(corpus, options)
  options.onProgress?.('learn', 0)
  const knowledge = await knowledgeOf(
    analysed.pairs,
    { ...analysed, dictionary, approved: approvedIn(options, analysed.termIsSource) },
    options,
  )
  options.onProgress?.('pair', 0)
  if (canTeach(analysed.languages)) teachClasses(analysed, knowledge)
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
