/**
 * Gives each different pair of whole numbers (each below 2³¹) a number of its own, in the order they come. An open-addressed table over two
 * columns: 16 bytes a pair, where a Map with numbers for keys would take eighty.
 */
export class Numbering {
  private firsts = new Int32Array(1024)
  private seconds = new Int32Array(1024)
  private slots = new Int32Array(2048).fill(-1)
  private used = 0

  get size(): number {
    return this.used
  }

  first(number: number): number {
    return this.firsts[number]!
  }

  second(number: number): number {
    return this.seconds[number]!
  }

  /** The number of a pair, or -1. */
  find(first: number, second: number): number {
    const { slots } = this
    const mask = slots.length - 1
    for (let slot = scattered(first, second) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]!
      if (number < 0 || (this.firsts[number] === first && this.seconds[number] === second)) return number
    }
  }

  /** The number of a pair, given one if it is new: then `size` has grown. */
  number(first: number, second: number): number {
    const known = this.find(first, second)
    if (known >= 0) return known
    if (this.used === this.firsts.length) this.enlarge()
    const made = this.used++
    this.firsts[made] = first
    this.seconds[made] = second
    this.place(made)
    return made
  }

  private place(number: number): void {
    const mask = this.slots.length - 1
    let slot = scattered(this.firsts[number]!, this.seconds[number]!) & mask
    while (this.slots[slot]! >= 0) slot = (slot + 1) & mask
    this.slots[slot] = number
  }

  private enlarge(): void {
    const capacity = this.firsts.length * 2
    this.firsts = grown(this.firsts, capacity)
    this.seconds = grown(this.seconds, capacity)
    this.slots = new Int32Array(capacity * 2).fill(-1)
    for (let number = 0; number < this.used; number++) this.place(number)
  }
}

/** Mixes the bits of two numbers (multiplicative hashing, Knuth, TAOCP 6.4), so that neighbours do not crowd each other. */
function scattered(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}

/** The same numbers with room for more. */
export function grown(array: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity)
  larger.set(array)
  return larger
}
