/** A sentence pair as alignment sees it: word ids of each side. */
export interface WordPair {
  source: Int32Array
  target: Int32Array
}

/** The sentences of one side, one behind the other: the n-th is `words[starts[n]]` up to `words[starts[n + 1]]`. */
export interface Side {
  words: Int32Array
  starts: Int32Array
  vocabulary: number
}

/** All sentence pairs, in memory that threads share. */
export interface WordCorpus {
  size: number
  source: Side
  target: Side
}

/** Takes sentence pairs one by one, so that a corpus is never held as a hundred thousand small arrays. */
export class CorpusBuilder {
  private readonly source = new SideBuilder()
  private readonly target = new SideBuilder()

  add(source: ArrayLike<number>, target: ArrayLike<number>): void {
    this.source.add(source)
    this.target.add(target)
  }

  built(vocabularies: { source: number; target: number }): WordCorpus {
    const source = this.source.built(vocabularies.source)
    return { size: source.starts.length - 1, source, target: this.target.built(vocabularies.target) }
  }
}

class SideBuilder {
  private words = new Int32Array(1 << 12)
  private starts = new Int32Array(1 << 10)
  private length = 0
  private size = 0

  add(sentence: ArrayLike<number>): void {
    if (this.length + sentence.length > this.words.length) this.words = grown(this.words, this.length + sentence.length)
    this.words.set(sentence, this.length)
    this.length += sentence.length
    if (this.size + 2 > this.starts.length) this.starts = grown(this.starts, this.size + 2)
    this.starts[++this.size] = this.length
  }

  built(vocabulary: number): Side {
    return {
      words: sharedCopy(this.words.subarray(0, this.length)),
      starts: sharedCopy(this.starts.subarray(0, this.size + 1)),
      vocabulary,
    }
  }
}

export function grown(array: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, Math.ceil(array.length * 1.5)))
  larger.set(array)
  return larger
}

export const sharedInts = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length))
export const sharedShorts = (length: number) => new Uint16Array(new SharedArrayBuffer(2 * length))
export const sharedBytes = (length: number) => new Uint8Array(new SharedArrayBuffer(length))
export const sharedFloats = (length: number) => new Float32Array(new SharedArrayBuffer(4 * length))
export const sharedDoubles = (length: number) => new Float64Array(new SharedArrayBuffer(8 * length))

export function sharedCopy(values: Int32Array): Int32Array {
  const copy = sharedInts(values.length)
  copy.set(values)
  return copy
}
