// Small decision trees that correct a linear model where two reasons together say something else than each by itself.

/**
 * One line a tree, as it is read: `shareOfTerm<31?-0.12:(seenOften<3?0.2:0.31)`. Levels are 0..63, the value of a feature times 63; what is
 * below goes left.
 */
export type TreeText = string

/** Features are compared in 64 levels: a byte each, so that all rows of a corpus can wait for the choices among them. */
export const levels = 63

export const levelOf = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * levels)

interface Split {
  column: number
  level: number
  below: Node
  above: Node
}

type Node = number | Split

/** The sum of what the trees say of a row: levels of the named columns, the first at `base`. */
export function readTrees(
  texts: readonly TreeText[],
  columns: readonly string[],
): (row: Uint8Array, base: number) => number {
  const index = new Map(columns.map((name, at) => [name, at]))
  const trees = texts.map((text) => readTree(text, index))
  return (row, base) => {
    let sum = 0
    for (const tree of trees) {
      let node = tree
      while (typeof node !== 'number') node = row[base + node.column]! < node.level ? node.below : node.above
      sum += node
    }
    return sum
  }
}

function readTree(text: TreeText, index: ReadonlyMap<string, number>): Node {
  let at = 0
  const node = (): Node => {
    if (text[at] === '(') {
      at++
      const inside = node()
      at++
      return inside
    }
    const split = /^(\p{L}+)<(\d+)\?/u.exec(text.slice(at))
    if (!split) {
      const leaf = /^-?[\d.]+(?:e-\d+)?/u.exec(text.slice(at))![0]
      at += leaf.length
      return Number(leaf)
    }
    at += split[0].length
    const below = node()
    at++
    const above = node()
    const column = index.get(split[1]!)
    if (column === undefined) throw new Error(`A tree asks for ${split[1]}, which is no feature.`)
    return { column, level: Number(split[2]), below, above }
  }
  return node()
}
