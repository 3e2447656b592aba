// Learns the trees of src/extraction/pairs/trees.ts: gradient boosting over levels (Friedman 2001), deterministic.
import { levels } from '../../dist/src/extraction/pairs/trees.js'

const kinds = levels + 1
/** Leaves are drawn towards zero, as if so much weight more stood in each. */
const calm = 5
/** A leaf holds at least so much. */
const leastLeaf = 4

/**
 * Trees that bring `margins` (a linear model's log odds, changed in place) nearer to the truth.
 * @param {{rows: Uint8Array, width: number, names: readonly string[], right: Float64Array, weights: Float64Array, margins: Float64Array}} lesson
 *   levels of row n at `rows[n * width]`
 * @returns {string[]}
 */
export function learnTrees(
  { rows, width, names, right, weights, margins },
  { trees = 60, leaves = 8, pace = 0.1 } = {},
) {
  const size = right.length
  const scale = size / weights.reduce((sum, weight) => sum + weight, 0)
  const slope = new Float64Array(size)
  const bend = new Float64Array(size)
  const found = []
  for (let round = 0; round < trees; round++) {
    for (let row = 0; row < size; row++) {
      const said = 1 / (1 + Math.exp(-margins[row]))
      slope[row] = scale * weights[row] * (said - right[row])
      bend[row] = scale * weights[row] * said * (1 - said)
    }
    const grower = { rows, width, slope, bend }
    const root = bestSplit(Int32Array.from(right.keys()), grower)
    grow(root, leaves, grower)
    found.push(text(root, names, pace, margins))
  }
  return found
}

const worth = (slopes, bends) => (slopes * slopes) / (bends + calm)

/** Opens the most rewarding split again and again. */
function grow(root, leaves, grower) {
  const open = [root]
  for (let count = 1; count < leaves; count++) {
    const best = open.reduce((most, node) => (!node.below && node.gain > (most?.gain ?? 0) ? node : most), undefined)
    if (!best) return
    const goesBelow = (row) => grower.rows[row * grower.width + best.column] < best.level
    best.below = bestSplit(best.members.filter(goesBelow), grower)
    best.above = bestSplit(
      best.members.filter((row) => !goesBelow(row)),
      grower,
    )
    open.push(best.below, best.above)
  }
}

function bestSplit(members, { rows, width, slope, bend }) {
  const sums = new Float64Array(width * kinds * 2)
  let [slopes, bends] = [0, 0]
  for (const row of members) {
    slopes += slope[row]
    bends += bend[row]
    for (let column = 0; column < width; column++) {
      const at = (column * kinds + rows[row * width + column]) * 2
      sums[at] += slope[row]
      sums[at + 1] += bend[row]
    }
  }
  const node = { members, slopes, bends, gain: 0 }
  for (let column = 0; column < width; column++) {
    let [g, h] = [0, 0]
    for (let level = 1; level < kinds; level++) {
      const at = (column * kinds + level - 1) * 2
      if (sums[at + 1] === 0) continue
      g += sums[at]
      h += sums[at + 1]
      if (h < leastLeaf || bends - h < leastLeaf) continue
      const gain = worth(g, h) + worth(slopes - g, bends - h) - worth(slopes, bends)
      if (gain > node.gain + 1e-9) Object.assign(node, { gain, column, level })
    }
  }
  return node
}

function text(node, names, pace, margins) {
  if (!node.below) {
    const value = Number(((-pace * node.slopes) / (node.bends + calm)).toFixed(4))
    for (const row of node.members) margins[row] += value
    return String(value)
  }
  const side = (child) => (child.below ? `(${text(child, names, pace, margins)})` : text(child, names, pace, margins))
  return `${names[node.column]}<${node.level}?${side(node.below)}:${side(node.above)}`
}
