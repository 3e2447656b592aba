// Learns the weights in src/extraction/pairs/learnt from the gold corpora beside the checkout.
//   node test/gold/train.mjs           prints each corpus ranked by weights that never saw its family, then writes the weights
//   … --dry                           only prints
//   … --only=page,report              some profiles
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describeCorpus } from '../../dist/src/extraction/extract-term-pairs.js'
import { onPage } from '../../dist/src/extraction/pairs/weights.js'
import { corpusOf } from './corpus.mjs'
import { familyOf, foldsFile } from './folds.mjs'
import { goldCorpora, scorePairs } from './gold.mjs'
import { calibrationOf, learnPlain, leaveOneOut, lessonFrom } from './learn.mjs'

/** What each set of weights is learnt from. Silver lists that were made with the dictionary itself are left out. */
const profiles = {
  report: { corpora: /^(hkma|tico19-en-zh|d2l|pydocs|wmt23-en-zh|cncf-en-zh)/u, pages: false },
  page: { corpora: /^(hkma|tico19-en-zh|d2l|pydocs|wmt23-en-zh|cncf-en-zh|xuexi)/u, pages: true },
  otherReport: {
    corpora: /^(tico19-en-(es|fr|ru)|wmt21|wmt23-(de|en-cs)|cncf-en-(es|fr|ja|ru|ko))/u,
    pages: false,
  },
  otherPage: { corpora: /^(tico19-en-fr|wmt21|wmt23-(de|en-cs)|cncf-en-(es|ja))/u, pages: true },
}

const isDry = process.argv.includes('--dry')
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',')

for (const [profile, { corpora, pages }] of Object.entries(profiles)) {
  if (only && !only.includes(profile)) continue
  const lessons = []
  for (const corpus of goldCorpora().filter(({ name }) => corpora.test(name)))
    lessons.push(pages ? await lessonOfPages(corpus) : await lessonOf(corpus))
  const folds = leaveOneOut(lessons, familyOf, pages ? onPage : undefined)
  if (!pages) printFolds(folds)
  if (isDry) continue
  const models = learnPlain(lessons)
  models.acceptance.calibration = calibrationOf(heldOut(folds))
  writeWeights(profile, models)
  writeFolds(profile, { corpora: lessons.map(({ name }) => name), families: withCalibration(folds) })
}

function heldOut(folds) {
  return folds.flatMap(({ lessons }) => lessons.map(({ pairs }) => pairs))
}

/** The models of each fold, calibrated on the other folds. */
function withCalibration(folds) {
  return Object.fromEntries(
    folds.map(({ family, models }) => {
      const calibration = calibrationOf(heldOut(folds.filter((other) => other.family !== family)))
      const { choice, acceptance, rightness } = models
      return [family, { choice, acceptance: { ...acceptance, calibration }, rightness }]
    }),
  )
}

/** The folds of the other profiles stay. */
function writeFolds(profile, folds) {
  const known = existsSync(foldsFile) ? JSON.parse(readFileSync(foldsFile, 'utf8')) : {}
  writeFileSync(foldsFile, `${JSON.stringify({ ...known, [profile]: folds })}\n`)
}

async function lessonOf(corpus) {
  const { described, analysed } = await describeCorpus(corpusOf(corpus))
  return lessonFrom(
    corpus.name,
    [...described.groups()],
    corpus.gold,
    { source: corpus.source, target: corpus.target },
    analysed.termIsSource,
  )
}

/** Up to some twenty single pages of a corpus, each described for itself; gold is what stands on the page. */
async function lessonOfPages(corpus) {
  const pageSize = 12
  const pages = Array.from({ length: Math.ceil(corpus.segments.length / pageSize) }, (_, page) =>
    corpus.segments.slice(page * pageSize, (page + 1) * pageSize),
  )
  const step = Math.max(1, Math.floor(pages.length / 20))
  const lessons = []
  for (const [number, segments] of pages.entries()) {
    if (number % step !== 0) continue
    const ids = new Set(segments.map(({ id }) => id))
    const gold = corpus.gold.filter(({ seg_ids }) => seg_ids.some((id) => ids.has(id)))
    if (gold.length >= 4) lessons.push(await lessonOf({ ...corpus, segments, gold }))
  }
  // Answers of different pages are no rivals of each other.
  const groups = lessons.flatMap(({ groups }, page) =>
    groups.map((group) =>
      group.map((pair) => ({
        ...pair,
        term: `${page} ${pair.term}`,
        answer: `${page} ${pair.answer}`,
        places: elsewhere(pair.places, page),
      })),
    ),
  )
  return { name: corpus.name, gold: lessons.reduce((sum, { gold }) => sum + gold, 0), groups }
}

function elsewhere(places, page) {
  return places.map((place) => ({ ...place, pair: place.pair + page * 1000 }))
}

function printFolds(folds) {
  for (const { lessons } of folds)
    for (const { lesson, pairs } of lessons) {
      const [corpus] = goldCorpora([lesson.name])
      const figures = scorePairs(lesson.listed, pairs, corpus.source, corpus.target)
      process.stdout.write(
        `${lesson.name.padEnd(18)} ${Object.entries(figures)
          .map(([name, value]) => `${name} ${value <= 1 ? (value * 100).toFixed(1) : value}`)
          .join('  ')}\n`,
      )
    }
}

/** One data file a profile. */
function writeWeights(profile, model) {
  writeFileSync(
    path.resolve(import.meta.dirname, `../../src/extraction/pairs/learnt/${profile}.ts`),
    `import type { PairModels } from '../features.js'

/** Written by test/gold/train.mjs; what each name means is said in features.ts, what the lists are in README.md. */
export const ${profile}: PairModels = ${literal(model)}
`,
  )
}

/** A value as TypeScript writes it. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? `'${value}'` : String(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{ ${fields.map(([name, field]) => `${name}: ${literal(field)}`).join(', ')} }`
}
