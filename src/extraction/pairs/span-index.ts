import { grown, Numbering } from './numbering.js'

/**
 * Numbers the token sequences of a corpus: a trie over word ids, so that a span costs a few bytes and no string.
 * Node 0 is the root; a node's number is the number of its sequence, and every beginning of a sequence has a smaller one.
 */
export class SpanIndex {
  /** Node n + 1 is the n-th (parent, word). */
  private readonly steps = new Numbering()
  /** The node of the sequence without its first word, or -1 where no span of the corpus begins so. */
  private tails = new Int32Array(1024)
  private linked = 1

  get size(): number {
    return this.steps.size + 1
  }

  child(node: number, word: number): number {
    const found = this.steps.find(node, word)
    return found < 0 ? -1 : found + 1
  }

  /** The number of words[start, end), given one if it is new. */
  intern(words: ArrayLike<number>, start: number, end: number): number {
    let node = 0
    for (let at = start; at < end; at++) node = this.steps.number(node, words[at]!) + 1
    return node
  }

  parent(node: number): number {
    return this.steps.first(node - 1)
  }

  /** The node of the sequence without its first word, or -1. */
  tail(node: number): number {
    this.linkTails()
    return this.tails[node]!
  }

  wordsOf(node: number): number[] {
    const words: number[] = []
    for (let at = node; at > 0; at = this.parent(at)) words.push(this.steps.second(at - 1))
    return words.reverse()
  }

  /** A tail is one word behind the tail of the beginning, as in Aho and Corasick's automaton (1975); new nodes may be tails of old ones. */
  private linkTails(): void {
    if (this.linked === this.size) return
    this.linked = this.size
    this.tails = grown(new Int32Array(0), this.size)
    for (let node = 1; node < this.size; node++) {
      const parent = this.parent(node)
      const before = this.tails[parent]!
      this.tails[node] = parent === 0 ? 0 : before < 0 ? -1 : this.child(before, this.steps.second(node - 1))
    }
  }
}
