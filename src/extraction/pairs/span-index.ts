/**
 * Numbers the token sequences of a corpus: a trie over word ids, so that a span costs a few bytes and no string.
 * Node 0 is the root; a node's number is the number of its sequence.
 */
export class SpanIndex {
  private readonly children = new Map<number, number>()
  private parents = new Int32Array(1024).fill(-1)
  private words = new Int32Array(1024)
  private depths = new Uint8Array(1024)
  private nodes = 1

  /** Words are below 2^22, nodes below 2^31: one exact double holds both. */
  private static key(node: number, word: number): number {
    return node * 4_194_304 + word
  }

  get size(): number {
    return this.nodes
  }

  child(node: number, word: number): number {
    return this.children.get(SpanIndex.key(node, word)) ?? -1
  }

  /** The number of words[start, end), given one if it is new. */
  intern(words: ArrayLike<number>, start: number, end: number): number {
    let node = 0
    for (let at = start; at < end; at++) node = this.grow(node, words[at]!)
    return node
  }

  /** The number of words[start, end), or -1. */
  find(words: ArrayLike<number>, start: number, end: number): number {
    let node = 0
    for (let at = start; at < end && node >= 0; at++) node = this.child(node, words[at]!)
    return node
  }

  wordsOf(node: number): number[] {
    const words: number[] = []
    for (let at = node; at > 0; at = this.parents[at]!) words.push(this.words[at]!)
    return words.reverse()
  }

  length(node: number): number {
    return this.depths[node]!
  }

  private grow(node: number, word: number): number {
    const key = SpanIndex.key(node, word)
    const known = this.children.get(key)
    if (known !== undefined) return known
    const made = this.nodes++
    if (made >= this.parents.length) this.enlarge()
    this.children.set(key, made)
    this.parents[made] = node
    this.words[made] = word
    this.depths[made] = this.depths[node]! + 1
    return made
  }

  private enlarge(): void {
    const parents = new Int32Array(this.parents.length * 2)
    parents.set(this.parents)
    this.parents = parents
    const words = new Int32Array(this.words.length * 2)
    words.set(this.words)
    this.words = words
    const depths = new Uint8Array(this.depths.length * 2)
    depths.set(this.depths)
    this.depths = depths
  }
}
