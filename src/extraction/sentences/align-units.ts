import type { Bead } from '../types.js'
import type { Unit } from './evidence.js'
import { SharedWords } from './shared-words.js'

/** How many units of each side a bead may join, and what it costs against 1-1. Measured on dev sets of sentence alignment. */
const shapes: readonly { source: number; target: number; cost: number }[] = [
  { source: 1, target: 1, cost: 0 },
  { source: 1, target: 2, cost: 0.6 },
  { source: 2, target: 1, cost: 0.6 },
  { source: 2, target: 2, cost: 1.6 },
  { source: 1, target: 3, cost: 1.2 },
  { source: 3, target: 1, cost: 1.2 },
  { source: 1, target: 4, cost: 1.8 },
  { source: 4, target: 1, cost: 1.8 },
  { source: 1, target: 0, cost: 0.5 },
  { source: 0, target: 1, cost: 0.5 },
]

export interface AlignmentHints {
  /** Extra score for putting two units together because of where they stand in the file, 0 for none. */
  nearness?: (source: number, target: number) => number
  /** Blocks of the file that units stand in: those of different blocks are never joined, for the other language stands between them. */
  blocks?: { source: readonly number[]; target: readonly number[] }
  /** Where in the target a source unit is looked for when the grid is too large to look everywhere: a target unit's number. */
  expected?: (source: number) => number
}

/** Grids of more cells than this are cut at anchors, and those that still are, at a band around the diagonal. */
const mostCells = 400_000
const bandWidth = 150
/** Units that a bead may join on one side. */
const longestSide = 4

/**
 * Monotone alignment of two sequences of units by dynamic programming over beads: shared words (Dice, weighted by rarity) times the
 * size of the bead, lengths (after Gale & Church 1993) and a cost for each shape. Long texts are cut at anchors first, so memory
 * grows with the text, not with its square. Every unit is in exactly one bead.
 */
export function alignUnits(source: readonly Unit[], target: readonly Unit[], hints: AlignmentHints = {}): Bead[] {
  const ratio = lengthRatio(source, target)
  const whole = { source: [0, source.length] as const, target: [0, target.length] as const }
  const pieces = source.length * target.length > mostCells ? cutAtAnchors(source, target, whole) : [whole]
  return pieces.flatMap((piece) => alignPiece(source, target, piece, ratio, hints))
}

interface Piece {
  source: readonly [from: number, to: number]
  target: readonly [from: number, to: number]
}

/** How long the target is for a source of one, held near what the languages lead to expect. */
function lengthRatio(source: readonly Unit[], target: readonly Unit[]): number {
  const total = (units: readonly Unit[]) => units.reduce((sum, { length }) => sum + length, 0)
  return Math.min(1.6, Math.max(0.625, total(target) / Math.max(1, total(source))))
}

function alignPiece(
  source: readonly Unit[],
  target: readonly Unit[],
  piece: Piece,
  ratio: number,
  { nearness, blocks, expected }: AlignmentHints,
): Bead[] {
  const [sourceFrom, sourceTo] = piece.source
  const [targetFrom, targetTo] = piece.target
  const n = sourceTo - sourceFrom
  const m = targetTo - targetFrom
  const banded = n * m > mostCells
  const middle = (i: number) =>
    Math.min(
      m,
      Math.max(0, Math.round(expected && i < n ? expected(sourceFrom + i) - targetFrom : (i * m) / Math.max(1, n))),
    )
  const low = (i: number) => (banded ? Math.max(0, middle(i) - bandWidth) : 0)
  const high = (i: number) => (banded && i < n ? Math.min(m, middle(i) + bandWidth) : m)
  const words = new SharedWords(source.slice(sourceFrom, sourceTo), target.slice(targetFrom, targetTo), (i) => [
    low(i),
    Math.min(m, high(i) + longestSide),
  ])
  const best: Float64Array[] = []
  const choice: Uint8Array[] = []
  const lows: number[] = []
  const at = (i: number, j: number): number =>
    i < 0 || j < lows[i]! || j >= lows[i]! + best[i]!.length ? -Infinity : best[i]![j - lows[i]!]!
  for (let i = 0; i <= n; i++) {
    lows[i] = low(i)
    best[i] = new Float64Array(high(i) - lows[i]! + 1).fill(-Infinity)
    choice[i] = new Uint8Array(best[i]!.length)
    for (let j = lows[i]!; j <= high(i); j++) {
      if (i === 0 && j === 0) {
        best[0]![0] = 0
        continue
      }
      for (const [k, shape] of shapes.entries()) {
        const before = at(i - shape.source, j - shape.target)
        if (before === -Infinity || i < shape.source || j < shape.target) continue
        const score = before + scoreOf(shape, sourceFrom + i - shape.source, targetFrom + j - shape.target)
        if (score > best[i]![j - lows[i]!]!) {
          best[i]![j - lows[i]!] = score
          choice[i]![j - lows[i]!] = k
        }
      }
    }
  }
  return walkBack()

  function scoreOf(shape: (typeof shapes)[number], i: number, j: number): number {
    if (shape.source === 0 || shape.target === 0) return -shape.cost
    if (
      blocks &&
      (blocks.source[i] !== blocks.source[i + shape.source - 1] ||
        blocks.target[j] !== blocks.target[j + shape.target - 1])
    )
      return -Infinity
    const size = (shape.source + shape.target) / 2
    const near = nearness ? nearness(i, j) * size : 0
    const evidence = words.evidence(i - sourceFrom, shape.source, j - targetFrom, shape.target)
    const weight = sizeShare * size + (1 - sizeShare) * evidence.size
    return (
      evidenceScore * evidence.dice * weight + near + lengthScore(i, shape.source, j, shape.target) * size - shape.cost
    )
  }

  function lengthScore(i: number, sources: number, j: number, targets: number): number {
    let a = 0
    let b = 0
    for (let k = 0; k < sources; k++) a += source[i + k]!.length
    for (let k = 0; k < targets; k++) b += target[j + k]!.length
    const difference = Math.log((b + 8) / (a * ratio + 8))
    return lengthWorth - Math.min(2.2, lengthSlope * difference * difference)
  }

  function walkBack(): Bead[] {
    const beads: Bead[] = []
    for (let i = n, j = m; i > 0 || j > 0;) {
      const shape = shapes[choice[i]![j - lows[i]!]!]!
      i -= shape.source
      j -= shape.target
      beads.push({
        source: range(sourceFrom + i, shape.source),
        target: range(targetFrom + j, shape.target),
        score: confidence(shape, sourceFrom + i, targetFrom + j),
      })
    }
    return beads.reverse()
  }

  function confidence(shape: (typeof shapes)[number], i: number, j: number): number {
    if (shape.source === 0 || shape.target === 0) return 0
    const raw =
      5 * words.evidence(i - sourceFrom, shape.source, j - targetFrom, shape.target).dice +
      1.5 * lengthScore(i, shape.source, j, shape.target) -
      0.4 * shape.cost
    return Math.round((1000 * 1) / (1 + Math.exp(-raw))) / 1000
  }
}

/** Weights of the parts of a bead's score. A bead's size is counted in words far more than in units: joining a heading to a text gains nothing. */
const evidenceScore = 3
const sizeShare = 0.15
const lengthWorth = 0.15
const lengthSlope = 0.9

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, k) => from + k)

/** Words that stand in at most so many units of a side can be anchors. */
const rareEnough = 4

/**
 * Pairs of units that share several rare words, the longest monotone chain of them (patience sorting), and the pieces between. An
 * anchor begins a piece, so the alignment may still join it with what follows.
 */
function cutAtAnchors(source: readonly Unit[], target: readonly Unit[], whole: Piece): Piece[] {
  const chain = longestChain(anchors(source, target))
  const pieces: Piece[] = []
  let from = { source: whole.source[0], target: whole.target[0] }
  for (const [i, j] of chain) {
    if (i - from.source < 20 || j - from.target < 20) continue
    pieces.push({ source: [from.source, i], target: [from.target, j] })
    from = { source: i, target: j }
  }
  return [...pieces, { source: [from.source, whole.source[1]], target: [from.target, whole.target[1]] }]
}

function anchors(source: readonly Unit[], target: readonly Unit[]): [source: number, target: number][] {
  const places = (units: readonly Unit[]) => {
    const byKey = new Map<string, number[]>()
    for (const [at, { words }] of units.entries())
      for (const key of new Set(words.flat())) {
        const list = byKey.get(key)
        if (list) list.push(at)
        else byKey.set(key, [at])
      }
    return byKey
  }
  const inSource = places(source)
  const inTarget = places(target)
  const votes = new Map<number, Map<number, number>>()
  for (const [key, sources] of inSource) {
    const targets = inTarget.get(key)
    if (!targets || sources.length > rareEnough || targets.length > rareEnough) continue
    for (const i of sources)
      for (const j of targets) {
        const row = votes.get(i) ?? new Map<number, number>()
        row.set(j, (row.get(j) ?? 0) + 1 / (sources.length * targets.length))
        votes.set(i, row)
      }
  }
  const found: [number, number][] = []
  for (const [i, row] of votes) {
    const ranked = [...row].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    const [first, second] = ranked
    if (first![1] >= 1.5 && first![1] >= 2 * (second?.[1] ?? 0)) found.push([i, first![0]])
  }
  return found.toSorted((a, b) => a[0] - b[0])
}

/** The longest subsequence that rises on both sides. */
function longestChain(points: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const before = new Int32Array(points.length).fill(-1)
  for (const [at, [, j]] of points.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (points[tails[middle]!]![1] < j) low = middle + 1
      else high = middle
    }
    if (low > 0) before[at] = tails[low - 1]!
    tails[low] = at
  }
  const chain: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(points[at]! as [number, number])
  return chain.reverse()
}
