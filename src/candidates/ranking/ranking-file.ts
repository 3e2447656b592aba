import type { LearntFeature, RankingModel } from '../../extraction/index.js'
import { DomainError } from '../../shared/errors.js'

/** A model as a file: what one termbase has learnt, for another. */
export interface RankingFile {
  format: typeof FORMAT
  version: 1
  termbase: string
  sourceLanguage: string
  targetLanguage: string
  exportedAt: string
  decisions: number
  model: RankingModel
}

export const FORMAT = 'termloom-ranking'

const mostFeatures = 500
/** A weight beyond this would decide alone. */
const heaviest = 50

/** The model in what somebody sent, or words on what is wrong with it. */
export function modelIn(file: unknown): RankingModel {
  if (!isRecord(file) || file['format'] !== FORMAT) throw refused('format', `must be "${FORMAT}"`)
  if (file['version'] !== 1) throw refused('version', 'must be 1')
  const { model } = file
  if (!isRecord(model)) throw refused('model', 'is missing')
  const { features } = model
  if (!isRecord(features)) throw refused('model.features', 'must be an object of features by name')
  const entries = Object.entries(features)
  if (entries.length > mostFeatures) throw refused('model.features', `has more than ${mostFeatures} features`)
  return {
    bias: numberIn(model['bias'], 'model.bias', -heaviest, heaviest),
    slope: numberIn(model['slope'], 'model.slope', 0, heaviest),
    features: Object.fromEntries(entries.map(([name, feature]) => [name, featureIn(name, feature)])),
  }
}

function featureIn(name: string, feature: unknown): LearntFeature {
  const place = `model.features.${name.slice(0, 60)}`
  if (!/^[a-z][A-Za-z0-9]{0,59}$/u.test(name)) throw refused(place, 'is no name of a feature')
  if (!isRecord(feature)) throw refused(place, 'must be an object')
  return {
    weight: numberIn(feature['weight'], `${place}.weight`, -heaviest, heaviest),
    uncertainty: numberIn(feature['uncertainty'], `${place}.uncertainty`, 0, heaviest),
    mean: numberIn(feature['mean'], `${place}.mean`, 0, 1),
  }
}

function numberIn(value: unknown, field: string, least: number, most: number): number {
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw refused(field, `must be a number from ${least} to ${most}`)
  return value
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function refused(field: string, why: string): DomainError {
  return new DomainError('invalid-input', `This is not a ranking that was exported here: ${field} ${why}.`, {
    remedy: 'Choose a file that was downloaded from the page “Ranking” of a termbase.',
    fields: { [field]: [why] },
  })
}
