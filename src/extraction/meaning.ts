import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { DomainError } from '../shared/errors.js'
import type { Embed, TermPair } from './types.js'

/** So many rows, the strongest, are compared: a model takes milliseconds for a text, and what is weaker is not read. */
const compared = 2000
/** Texts in one call of the module. */
const textsAtATime = 64
/** What one standard deviation of similarity adds to the logarithm of the odds. */
const worth = 0.5
/** Fewer rows have no spread to measure by. */
const fewest = 8

/**
 * The feature `meaning`: how near both sides of a pair stand in the space of the user's model, (1 + cosine) / 2. What is near in one model is far in
 * another, so a pair is measured against the mean and spread of its document; the score moves by it, and the rows are ordered again.
 */
export async function weighMeaning(rows: readonly TermPair[], embed: Embed): Promise<TermPair[]> {
  const strongest = rows.slice(0, compared)
  const [sources, targets] = [
    await vectorsOf(
      strongest.map(({ source }) => source),
      embed,
    ),
    await vectorsOf(
      strongest.map(({ target }) => target),
      embed,
    ),
  ]
  const meaning = strongest.map((_, at) => (1 + cosine(sources[at]!, targets[at]!)) / 2)
  const mean = meaning.reduce((sum, one) => sum + one, 0) / Math.max(1, meaning.length)
  const spread = Math.sqrt(meaning.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, meaning.length))
  const moved = strongest.map((row, at) => {
    const shift = strongest.length < fewest || spread < 1e-6 ? 0 : (worth * (meaning[at]! - mean)) / spread
    const reasons = { ...row.reasons, meaning: rounded(Math.min(1, Math.max(0, meaning[at]!))) }
    return { ...row, reasons, score: rounded(shifted(row.score, shift)) }
  })
  return [...moved, ...rows.slice(compared)]
    .map((row, rank) => ({ row, rank }))
    .toSorted((a, b) => b.row.score - a.row.score || a.rank - b.rank)
    .map(({ row }) => row)
}

/** The `embed` of a module that the user supplies. */
export async function loadEmbedder(file: string): Promise<Embed> {
  const refused = (message: string) =>
    new DomainError('invalid-input', message, {
      remedy:
        'Give a JavaScript module that exports embed(texts): an array of Float32Array, one a text, or a promise of it.',
      place: { file },
    })
  let module: { embed?: unknown; default?: unknown }
  try {
    module = (await import(pathToFileURL(path.resolve(file)).href)) as typeof module
  } catch (error) {
    throw refused(`The embedder cannot be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
  const embed = module.embed ?? module.default
  if (typeof embed !== 'function') throw refused('The module exports no function embed.')
  return embed as Embed
}

async function vectorsOf(texts: readonly string[], embed: Embed): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  for (let from = 0; from < texts.length; from += textsAtATime) {
    const asked = texts.slice(from, from + textsAtATime)
    const given: unknown = await embed(asked)
    if (!Array.isArray(given) || given.length !== asked.length || !given.every((one) => one instanceof Float32Array))
      throw broken(`For ${asked.length} texts the embedder did not give ${asked.length} Float32Arrays.`)
    vectors.push(...(given as Float32Array[]))
  }
  const width = vectors[0]?.length
  if (vectors.some((vector) => vector.length !== width || !vector.every(Number.isFinite)))
    throw broken('The vectors of the embedder differ in length or hold what is no number.')
  return vectors
}

const broken = (message: string) =>
  new DomainError('invalid-input', message, { remedy: 'Mend the module, or extract without it.' })

function cosine(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) throw broken('The vectors of the embedder differ in length.')
  let [product, a, b] = [0, 0, 0]
  for (let at = 0; at < one.length; at++) {
    product += one[at]! * other[at]!
    a += one[at]! ** 2
    b += other[at]! ** 2
  }
  return a > 0 && b > 0 ? product / Math.sqrt(a * b) : 0
}

function shifted(score: number, shift: number): number {
  const held = Math.min(0.999, Math.max(0.001, score))
  return shift === 0 ? score : 1 / (1 + Math.exp(-(Math.log(held / (1 - held)) + shift)))
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
