import type { Direction } from './direction.js'
import { jumpBuckets } from './direction.js'
import { Lattice, type Rows } from './lattice.js'
import { blockSize, type Stretch, type Workbench } from './workbench.js'

/** One step over a stretch of the corpus, cut into jobs that any thread may take in any order: none reads what another writes. */
export type Task =
  /** Expectation over sentence pairs, a block a job. Entries that neither direction believes in as much as `least` are marked with cell −1. */
  | { step: 'believe'; stretch: number; model: 'one' | 'hmm'; isAgreeing: boolean; least: number }
  /** The beliefs of a stretch added to its cells, a part of the vocabulary a job. */
  | { step: 'count'; stretch: number; isAgreeing: boolean }
  /** √(p forward · p backward) of each entry takes the place of its cell, which nobody needs any more. */
  | { step: 'link'; stretch: number }

export function jobsOf({ stretches }: Workbench, task: Task): number {
  const { from, to, parts } = stretches[task.stretch]!
  return task.step === 'count' ? parts.length - 1 : Math.ceil((to - from) / blockSize)
}

/** Does jobs, with buffers of its own. */
export class Believer {
  private readonly lattice: Lattice
  private readonly forward = new Buffers()
  private readonly backward = new Buffers()

  constructor(public bench: Workbench) {
    this.lattice = new Lattice(bench.pruning, bench.nullProbability)
  }

  work(task: Task, job: number): void {
    if (task.step === 'count') return this.count(this.bench.stretches[task.stretch]!, job, task.isAgreeing)
    const stretch = this.bench.stretches[task.stretch]!
    const { from, to } = stretch
    const first = from + job * blockSize
    const counts = task.step === 'believe'
    if (counts) this.clearJumps(first / blockSize)
    for (let n = first; n < Math.min(to, first + blockSize); n++) {
      if (task.step === 'believe' && task.model === 'hmm') this.walk(n, stretch, true)
      else if (task.step === 'link') this.walk(n, stretch, false)
      else this.modelOne(n, stretch)
      if (task.step === 'believe') {
        if (task.least > 0) this.sift(n, stretch, task.least)
        this.settle(n, stretch, task.isAgreeing)
      } else this.link(n, stretch)
    }
  }

  private clearJumps(block: number): void {
    for (const { jumpCounts } of [this.bench.toTarget, this.bench.toSource])
      jumpCounts.fill(0, block * jumpBuckets, (block + 1) * jumpBuckets)
  }

  /** Model 1 (Brown et al. 1993): every generating position is as likely as another. */
  private modelOne(n: number, stretch: Stretch): void {
    const { corpus, translation, toTarget, toSource, nullProbability } = this.bench
    const { source, target } = corpus
    const { starts, cells, columns } = stretch.entries
    const base = source.starts[stretch.from]!
    const from = source.starts[n]!
    const to = source.starts[n + 1]!
    const firstTarget = target.starts[n]!
    const columnsHere = target.starts[n + 1]! - firstTarget
    if (from === to || columnsHere === 0) return
    const { posterior } = toTarget
    const { posterior: back } = toSource
    const forwardShare = (1 - nullProbability) / (to - from)
    const backwardShare = (1 - nullProbability) / columnsHere
    const sums = this.forward.doubles(columnsHere)
    for (let j = 0; j < columnsHere; j++)
      sums[j] = nullProbability * toTarget.fromNothing[target.words[firstTarget + j]!]!
    for (let p = from; p < to; p++) {
      let sum = nullProbability * toSource.fromNothing[source.words[p]!]!
      const begin = starts[p - base]!
      const end = starts[p - base + 1]!
      for (let e = begin; e < end; e++) {
        const cell = 2 * cells[e]!
        const forward = forwardShare * translation[cell]!
        const backward = backwardShare * translation[cell + 1]!
        posterior[e] = forward
        back[e] = backward
        sums[columns[e]!]! += forward
        sum += backward
      }
      const factor = sum > 0 ? 1 / sum : 0
      for (let e = begin; e < end; e++) back[e]! *= factor
    }
    for (let j = 0; j < columnsHere; j++) sums[j] = sums[j]! > 0 ? 1 / sums[j]! : 0
    for (let e = starts[from - base]!; e < starts[to - base]!; e++) posterior[e]! *= sums[columns[e]!]!
  }

  /** The HMM in both directions. */
  private walk(n: number, stretch: Stretch, isCounting: boolean): void {
    const { corpus, translation, toTarget, toSource } = this.bench
    const { source, target } = corpus
    const { starts, cells, columns } = stretch.entries
    const base = source.starts[stretch.from]!
    const from = source.starts[n]! - base
    const to = source.starts[n + 1]! - base
    const firstTarget = target.starts[n]!
    const columnsHere = target.starts[n + 1]! - firstTarget
    if (from === to || columnsHere === 0) return
    const first = starts[from]!
    const size = starts[to]! - first
    const block = Math.floor(n / blockSize) * jumpBuckets

    // Towards the source a row is what a source token has; towards the target, what a column has.
    const rows = this.backward.rows(to - from, columnsHere, size)
    for (let p = from; p <= to; p++) rows.starts[p - from] = starts[p]! - first
    for (let p = from; p < to; p++) rows.fromNothing[p - from] = toSource.fromNothing[source.words[base + p]!]!
    for (let e = 0; e < size; e++) {
      rows.position[e] = columns[first + e]!
      rows.emission[e] = translation[2 * cells[first + e]! + 1]!
    }
    const found = this.backward.out(size)
    this.lattice.posteriors(rows, toSource.jumps, found, isCounting ? toSource.jumpCounts : null, block)
    for (let e = 0; e < size; e++) toSource.posterior[first + e] = found[e]!

    const turned = this.forward.rows(columnsHere, to - from, size)
    const place = this.forward.ints(size)
    turned.starts.fill(0, 0, columnsHere + 1)
    for (let e = 0; e < size; e++) turned.starts[columns[first + e]! + 1]!++
    for (let j = 0; j < columnsHere; j++) turned.starts[j + 1]! += turned.starts[j]!
    for (let p = from; p < to; p++)
      for (let e = starts[p]!; e < starts[p + 1]!; e++) {
        const at = turned.starts[columns[e]!]!++
        place[e - first] = at
        turned.position[at] = p - from
        turned.emission[at] = translation[2 * cells[e]!]!
      }
    turned.starts.copyWithin(1, 0, columnsHere)
    turned.starts[0] = 0
    for (let j = 0; j < columnsHere; j++) turned.fromNothing[j] = toTarget.fromNothing[target.words[firstTarget + j]!]!
    const out = this.forward.out(size)
    this.lattice.posteriors(turned, toTarget.jumps, out, isCounting ? toTarget.jumpCounts : null, block)
    for (let e = 0; e < size; e++) toTarget.posterior[first + e] = out[place[e]!]!
  }

  /** Agreeing, both take the product of what each believes (Liang, Taskar, Klein 2006); what nobody explains came from nothing. */
  private settle(n: number, { from, entries }: Stretch, isAgreeing: boolean): void {
    const { corpus, toTarget, toSource } = this.bench
    const { source, target } = corpus
    const { starts, columns } = entries
    const base = source.starts[from]!
    const firstTarget = target.starts[n]!
    const { posterior, unexplained } = toTarget
    const { posterior: back } = toSource
    unexplained.fill(1, firstTarget, target.starts[n + 1])
    for (let p = source.starts[n]!; p < source.starts[n + 1]!; p++) {
      let explained = 0
      for (let e = starts[p - base]!; e < starts[p - base + 1]!; e++) {
        if (isAgreeing) back[e] = posterior[e] = posterior[e]! * back[e]!
        explained += back[e]!
        unexplained[firstTarget + columns[e]!]! -= posterior[e]!
      }
      toSource.unexplained[p] = 1 - explained
    }
  }

  private count(stretch: Stretch, part: number, isAgreeing: boolean): void {
    const { toTarget, toSource } = this.bench
    this.addUp(toTarget, stretch, part)
    if (!isAgreeing) this.addUp(toSource, stretch, part)
  }

  private addUp({ counts, posterior }: Direction, { from, tokens, parts, entries }: Stretch, part: number): void {
    const { starts, cells } = entries
    const base = this.bench.corpus.source.starts[from]!
    for (let at = parts[part]!; at < parts[part + 1]!; at++) {
      const p = tokens[at]! - base
      for (let e = starts[p]!; e < starts[p + 1]!; e++) {
        const cell = cells[e]!
        if (cell >= 0) counts[cell]! += posterior[e]!
      }
    }
  }

  private sift(n: number, stretch: Stretch, least: number): void {
    const { toTarget, toSource } = this.bench
    const { posterior } = toTarget
    const { posterior: back } = toSource
    const [first, end] = this.entriesOf(n, stretch)
    for (let e = first; e < end; e++) if (posterior[e]! < least && back[e]! < least) stretch.entries.cells[e] = -1
  }

  private link(n: number, stretch: Stretch): void {
    const { toTarget, toSource } = this.bench
    const links = linksOf(stretch.entries.cells)
    const [first, end] = this.entriesOf(n, stretch)
    for (let e = first; e < end; e++) links[e] = Math.sqrt(toTarget.posterior[e]! * toSource.posterior[e]!)
  }

  private entriesOf(n: number, { from, entries: { starts } }: Stretch): [first: number, end: number] {
    const { source } = this.bench.corpus
    const base = source.starts[from]!
    return [starts[source.starts[n]! - base]!, starts[source.starts[n + 1]! - base]!]
  }
}

/** What stands in the place of the cells once entries are linked. */
export const linksOf = (cells: Int32Array): Float32Array => new Float32Array(cells.buffer, 0, cells.length)

/** Room for one sentence pair, grown and used again. */
class Buffers {
  private some = new Float64Array(0)
  private found = new Float64Array(0)
  private numbers = new Int32Array(0)
  private readonly row: Rows = {
    generators: 0,
    length: 0,
    starts: new Int32Array(0),
    position: new Int32Array(0),
    emission: new Float64Array(0),
    fromNothing: new Float64Array(0),
  }

  doubles(length: number): Float64Array {
    if (this.some.length < length) this.some = new Float64Array(2 * length)
    return this.some
  }

  out(length: number): Float64Array {
    if (this.found.length < length) this.found = new Float64Array(2 * length)
    return this.found
  }

  ints(length: number): Int32Array {
    if (this.numbers.length < length) this.numbers = new Int32Array(2 * length)
    return this.numbers
  }

  rows(length: number, generators: number, size: number): Rows {
    const { row } = this
    row.length = length
    row.generators = generators
    if (row.starts.length < length + 1) row.starts = new Int32Array(2 * length + 2)
    if (row.fromNothing.length < length) row.fromNothing = new Float64Array(2 * length)
    if (row.position.length < size) {
      row.position = new Int32Array(2 * size)
      row.emission = new Float64Array(2 * size)
    }
    return row
  }
}
