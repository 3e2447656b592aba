import { childOf, noKey, type Trie } from './trie.js'

/** An accent that is missing or too many is a smaller slip than another letter. */
const accentCost = 0.4

/** How many slips a search may hold: none in one or two letters, where every other word would be near. */
export function slipsAllowed(key: string, { dense }: { dense: boolean }): number {
  const length = key.length
  // A Chinese character says as much as a syllable does.
  if (dense) return length < 3 ? 0 : 1
  return length < 3 ? 0 : length < 6 ? 1 : 2
}

/**
 * Every key within `allowed` slips of `wanted`: a letter too many, missing, wrong, or two neighbours swapped (optimal
 * string alignment). The trie is walked once; a branch is left as soon as none of its keys can be near enough. When
 * `anchored`, only keys are tried that begin with one of the first two letters: few who slip twice slip there as well.
 */
export function keysNear(
  trie: Trie,
  wanted: string,
  { allowed, anchored }: { allowed: number; anchored: boolean },
  visit: (key: number, slips: number) => void,
): void {
  const alignment = new Alignment(wanted, allowed)
  const descend = (node: number): void => {
    const start = trie.labelStart[node]!
    const { depth } = alignment
    let near = true
    for (let index = 0; near && index < trie.labelLength[node]!; index++)
      near = alignment.add(trie.pool[start + index]!)
    if (near) {
      const { slips } = alignment
      if (trie.key[node] !== noKey && slips <= allowed) visit(trie.key[node]!, slips)
      // Without a slip to spare only letters of the search can follow: they are looked up, not tried one after the other.
      if (alignment.spare < accentCost) for (const letter of alignment.letters) descendTo(childOf(trie, node, letter))
      else for (let child = trie.firstChild[node]!; child < trie.firstChild[node + 1]!; child++) descend(child)
    }
    alignment.depth = depth
  }
  const descendTo = (node: number): void => {
    if (node !== 0) descend(node)
  }
  if (anchored) for (const letter of new Set(wanted.slice(0, 2))) descendTo(childOf(trie, 0, letter.charCodeAt(0)))
  else descend(0)
}

/** The beginning of a key, aligned with a search letter by letter: row d of the table is for the first d letters. */
class Alignment {
  /** Letters of the key so far. Setting it back takes letters away. */
  depth = 0
  readonly letters: number[]
  private readonly target: Uint16Array
  private readonly bases: Uint16Array
  private readonly rows: Float32Array[]
  private readonly least: number[] = [0]
  private readonly path: number[] = []

  constructor(
    wanted: string,
    private readonly allowed: number,
  ) {
    this.target = Uint16Array.from(wanted, (letter) => letter.charCodeAt(0))
    this.bases = this.target.map(baseLetter)
    this.letters = [...new Set(this.target)]
    this.rows = [Float32Array.from({ length: wanted.length + 1 }, (_, column) => column)]
  }

  /** Between the letters so far and the whole search. */
  get slips(): number {
    return this.cell(this.depth, this.target.length)
  }

  /** What is left of the allowed slips at best. */
  get spare(): number {
    return this.allowed - this.least[this.depth]!
  }

  /** False when no key that begins so can be near enough. */
  add(letter: number): boolean {
    const above = this.depth
    const depth = above + 1
    const row = (this.rows[depth] ??= new Float32Array(this.target.length + 1))
    const base = baseLetter(letter)
    // Cells farther from the diagonal than `allowed` hold more slips than that.
    const first = Math.max(0, depth - this.allowed)
    const last = Math.min(this.target.length, depth + this.allowed)
    let least = Infinity
    for (let column = first; column <= last; column++) {
      const slips = column === 0 ? depth : this.slipsAt({ depth, column, letter, base })
      row[column] = slips
      if (slips < least) least = slips
    }
    this.path[above] = letter
    this.least[depth] = least
    this.depth = depth
    return least <= this.allowed
  }

  private slipsAt({
    depth,
    column,
    letter,
    base,
  }: {
    depth: number
    column: number
    letter: number
    base: number
  }): number {
    const wanted = this.target[column - 1]!
    const wrong = letter === wanted ? 0 : base === this.bases[column - 1] ? accentCost : 1
    const slips = Math.min(
      this.cell(depth - 1, column) + 1,
      this.cell(depth, column - 1) + 1,
      this.cell(depth - 1, column - 1) + wrong,
    )
    const swapped = depth > 1 && column > 1 && letter === this.target[column - 2] && this.path[depth - 2] === wanted
    return swapped ? Math.min(slips, this.cell(depth - 2, column - 2) + 1) : slips
  }

  private cell(depth: number, column: number): number {
    return Math.abs(depth - column) > this.allowed ? Infinity : this.rows[depth]![column]!
  }
}

const baseLetters = new Map<number, number>()

/** é -> e; a letter without an accent is its own base. */
function baseLetter(unit: number): number {
  if (unit < 0xc0 || unit > 0x24f) return unit
  let base = baseLetters.get(unit)
  if (base === undefined) baseLetters.set(unit, (base = String.fromCharCode(unit).normalize('NFD').charCodeAt(0)))
  return base
}

/** The key that is exactly `text`, or `noKey`. */
export function keyNamed(trie: Trie, text: string): number {
  let node = 0
  let at = 0
  while (at < text.length) {
    node = childOf(trie, node, text.charCodeAt(at))
    if (node === 0) return noKey
    const start = trie.labelStart[node]!
    for (let index = 0; index < trie.labelLength[node]!; index++)
      if (trie.pool[start + index] !== text.charCodeAt(at++)) return noKey
  }
  return trie.key[node]!
}
