// Weights that never saw a corpus or its relatives: train.mjs keeps them beside the shipped ones, so that measuring is honest.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const foldsFile = path.join(import.meta.dirname, 'folds.json')

/** Corpora of one family are the same texts or the same authors. */
export const familyOf = (name) => name.split('-')[0]

const folds = existsSync(foldsFile) ? JSON.parse(readFileSync(foldsFile, 'utf8')) : {}

/** Learnt models by profile, as weightsFor in src/extraction/pairs/weights.ts takes them; none where a corpus taught nothing. */
export const modelsWithout = (name) =>
  Object.fromEntries(
    Object.entries(folds)
      .filter(([, { corpora }]) => corpora.includes(name))
      .map(([profile, { families }]) => [profile, families[familyOf(name)]]),
  )
