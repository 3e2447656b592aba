import type { SentencePair } from '../types.js'
import type { AnalysedPair, AnalysedPairs, AnalysedSide } from './analysed.js'

/** A side before it is kept: what each token is, and where it stands. */
export type CutSide = Omit<AnalysedSide, 'text'>

/**
 * All sentence pairs of a corpus with their tokens one behind the other, 13 bytes a token. A pair is put together when it is asked for:
 * a hundred thousand of them, each with eight small arrays, would weigh ten times what is in them.
 */
export class AnalysedPairList implements AnalysedPairs {
  private readonly sentences: SentencePair[] = []
  private readonly term = new Tokens()
  private readonly answer = new Tokens()
  private last: AnalysedPair | undefined

  constructor(private readonly termIsSource: boolean) {}

  get length(): number {
    return this.sentences.length
  }

  push(pair: SentencePair, term: CutSide, answer: CutSide): void {
    this.sentences.push(pair)
    this.term.push(term)
    this.answer.push(answer)
  }

  at(number: number): AnalysedPair {
    if (this.last?.number === number) return this.last
    const pair = this.sentences[number]!
    const [term, answer] = this.termIsSource ? [pair.source, pair.target] : [pair.target, pair.source]
    return (this.last = {
      number,
      pair,
      term: this.term.at(number, term.text),
      answer: this.answer.at(number, answer.text),
    })
  }

  *[Symbol.iterator](): Generator<AnalysedPair> {
    for (let number = 0; number < this.length; number++) yield this.at(number)
  }
}

/** The tokens of one side, sentence behind sentence: the n-th are `from[n]` up to `from[n + 1]`. */
class Tokens {
  private from = new Int32Array(1024)
  private size = 0
  private words = new Int32Array(1 << 14)
  private classes = new Uint8Array(1 << 14)
  private starts = new Int32Array(1 << 14)
  private ends = new Int32Array(1 << 14)

  push({ words, classes, starts, ends }: CutSide): void {
    const at = this.from[this.size]!
    this.makeRoom(at + words.length)
    this.words.set(words, at)
    this.classes.set(classes, at)
    this.starts.set(starts, at)
    this.ends.set(ends, at)
    this.from[++this.size] = at + words.length
  }

  at(number: number, text: string): AnalysedSide {
    const [from, to] = [this.from[number]!, this.from[number + 1]!]
    return {
      text,
      words: this.words.subarray(from, to),
      classes: this.classes.subarray(from, to),
      starts: this.starts.subarray(from, to),
      ends: this.ends.subarray(from, to),
    }
  }

  private makeRoom(tokens: number): void {
    if (this.size + 2 > this.from.length) this.from = larger(this.from, new Int32Array(this.from.length * 2))
    if (tokens <= this.words.length) return
    const capacity = Math.ceil(tokens * 1.5)
    this.words = larger(this.words, new Int32Array(capacity))
    this.classes = larger(this.classes, new Uint8Array(capacity))
    this.starts = larger(this.starts, new Int32Array(capacity))
    this.ends = larger(this.ends, new Int32Array(capacity))
  }
}

function larger<Numbers extends Int32Array | Uint8Array>(array: Numbers, room: Numbers): Numbers {
  room.set(array)
  return room
}
