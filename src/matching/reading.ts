import { pinyinNoise } from '../shared/text/pinyin-noise.js'
import { characterTable, cluster, composed, dropped, foldCluster, isJoining, type Profile } from './character-table.js'
import { freeScript, other, unitClass } from './boundaries.js'
import { protectedSpans, type Passing } from './protected.js'

/** What stands in a reading where nothing may match: an address, a placeholder. No key holds it. */
export const barrier = 0

/**
 * A text as the matcher reads it: the units of its key, and for each unit where it came from.
 * `starts` and `ends` (exclusive) are offsets into the text as it stood, in UTF-16 code units.
 */
export interface Reading {
  units: Uint16Array
  starts: Uint32Array
  ends: Uint32Array
  length: number
}

const space = 0x20
/** Was the unit at a place of the reading a capital letter in the text? */
export function capitalsOf({ starts, length }: Reading, text: string): (at: number) => boolean {
  return (at) => at >= 0 && at < length && /\p{Lu}/u.test(text[starts[at]!]!)
}

/** Reads a text for matching: addresses, tags, placeholders and spelled-out pinyin are taken out of the way. */
export function readText(text: string, profile: Profile): Reading {
  return new Reader(text, profile).read(passedOver(text, profile))
}

/** The key of a reading. */
export function keyOf({ units, length }: Pick<Reading, 'units' | 'length'>): string {
  return stringOf(units, 0, length)
}

/** The units [from, to) as a string; lone surrogates stay as they are. */
export function stringOf(units: Uint16Array, from: number, to: number): string {
  return Buffer.from(units.buffer, units.byteOffset + 2 * from, 2 * (to - from)).toString('utf16le')
}

/** The key of a text. A million terms are read when an index is built, so what they are read with is used again. */
export function keyOfText(text: string, profile: Profile): string {
  return keyOf(keyReader.readAgain(text, profile))
}

/** Spans that are not read as they stand, in order and without overlap. */
function passedOver(text: string, { simplify }: Profile): Passing[] {
  const passings = protectedSpans(text)
  if (!simplify || !/[(（]/.test(text)) return passings
  const noise = pinyinNoise(text).map(({ start, end }): Passing => ({ start, end, as: 'nothing' }))
  return withoutOverlap([...passings, ...noise].sort((a, b) => a.start - b.start || b.end - a.end))
}

function withoutOverlap(passings: Passing[]): Passing[] {
  let reached = 0
  return passings.filter(({ start, end }) => {
    if (start < reached) return false
    reached = end
    return true
  })
}

class Reader {
  private units: Uint16Array
  private starts: Uint32Array
  private ends: Uint32Array
  private length = 0
  private table: Uint16Array

  constructor(
    private text: string,
    private profile: Profile,
  ) {
    this.table = characterTable(profile)
    const room = text.length + 16
    this.units = new Uint16Array(room)
    this.starts = new Uint32Array(room)
    this.ends = new Uint32Array(room)
  }

  /** What was read before is written over. */
  readAgain(text: string, profile: Profile): Reading {
    this.text = text
    this.profile = profile
    this.table = characterTable(profile)
    this.length = 0
    return this.read([])
  }

  read(passings: Passing[]): Reading {
    let at = 0
    for (const { start, end, as } of passings) {
      this.readUntil(at, start)
      if (as === 'barrier') this.push(barrier, start, end)
      if (as === 'space') this.pushSpace(start, end)
      at = end
    }
    this.readUntil(at, this.text.length)
    if (this.length > 0 && this.units[this.length - 1] === space) this.length--
    const { units, starts, ends, length } = this
    return { units, starts, ends, length }
  }

  private readUntil(from: number, end: number): void {
    for (let at = from; at < end;) {
      const unit = this.table[this.text.charCodeAt(at)]!
      const joined = at + 1 < end && isJoining(this.text.charCodeAt(at + 1))
      if (unit === composed || (joined && unit > space)) at = this.pushCluster(at, end)
      else {
        if (unit === space) this.pushSpace(at, at + 1)
        else if (unit !== dropped) this.push(unit, at, at + 1)
        at++
      }
    }
  }

  private pushCluster(at: number, end: number): number {
    cluster.lastIndex = at
    const whole = cluster.exec(this.text)![0].slice(0, end - at)
    const folded = foldCluster(whole, this.profile)
    for (let index = 0; index < folded.length; index++) this.pushFolded(folded.charCodeAt(index), at, at + whole.length)
    return at + whole.length
  }

  private pushFolded(unit: number, start: number, end: number): void {
    if (unit === space) this.pushSpace(start, end)
    else this.push(unit, start, end)
  }

  /** Spaces in a row are one; at the beginning there is none. */
  private pushSpace(start: number, end: number): void {
    if (this.length === 0) return
    if (this.units[this.length - 1] === space) {
      this.ends[this.length - 1] = end
      return
    }
    this.push(space, start, end)
  }

  private push(unit: number, start: number, end: number): void {
    if (this.length > 1 && this.units[this.length - 1] === space && this.isNoSeparator(unit)) this.length--
    if (this.length === this.units.length) this.grow()
    this.units[this.length] = unit
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.length++
  }

  /** Is the space before `next` a matter of layout: a line break in a script without spaces, or air around Chinese? */
  private isNoSeparator(next: number): boolean {
    const before = unitClass(this.units[this.length - 2]!)
    const after = unitClass(next)
    if (before === other || after === other) return false
    if (this.profile.simplify) return before === freeScript || after === freeScript
    if (before !== freeScript || after !== freeScript) return false
    return /[\n\r]/.test(this.text.slice(this.starts[this.length - 1], this.ends[this.length - 1]))
  }

  private grow(): void {
    const room = this.units.length * 2
    this.units = enlarged(this.units, new Uint16Array(room))
    this.starts = enlarged(this.starts, new Uint32Array(room))
    this.ends = enlarged(this.ends, new Uint32Array(room))
  }
}

const keyReader = new Reader('', { simplify: false })

function enlarged<Numbers extends Uint16Array | Uint32Array>(small: Numbers, large: Numbers): Numbers {
  large.set(small)
  return large
}
