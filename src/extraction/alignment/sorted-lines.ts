/**
 * A table of text lines, key TAB values, sorted by the bytes of the key, so that a look-up is a binary search in a buffer: nothing
 * is parsed at the start, and memory is the file itself.
 * Layout: count (u32), then count + 1 offsets (u32) into the UTF-8 lines that follow.
 */
export class SortedLines {
  private readonly offsets: Uint32Array
  private readonly bytes: Buffer
  /** The first three bytes of each line as a number: they narrow a look-up to a few lines without touching the text. */
  private prefixes: Uint32Array | undefined

  constructor(table: Buffer) {
    const count = table.readUInt32LE(0)
    const header = 4 * (count + 2)
    this.offsets = new Uint32Array(table.buffer.slice(table.byteOffset + 4, table.byteOffset + header))
    this.bytes = table.subarray(header)
  }

  get size(): number {
    return this.offsets.length - 1
  }

  /** The values of a key, or none. */
  get(key: string): string[] {
    const wanted = Buffer.from(`${key}\t`)
    let low = this.firstFrom(prefixOf(wanted, 0, wanted.length, 0))
    let high = this.firstFrom(prefixOf(wanted, 0, wanted.length, 0xff) + 1) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const start = this.offsets[middle]!
      const end = Math.min(start + wanted.length, this.offsets[middle + 1]!)
      const order = wanted.compare(this.bytes, start, end)
      if (order === 0) return this.bytes.toString('utf8', start + wanted.length, this.offsets[middle + 1]!).split('\t')
      if (order < 0) high = middle - 1
      else low = middle + 1
    }
    return []
  }

  /** The first line whose prefix is not smaller. */
  private firstFrom(prefix: number): number {
    const prefixes = (this.prefixes ??= Uint32Array.from({ length: this.size }, (_, line) =>
      prefixOf(this.bytes, this.offsets[line]!, this.offsets[line + 1]!, 0),
    ))
    let low = 0
    let high = prefixes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (prefixes[middle]! < prefix) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The same order as the look-up, bytes of the key with its tab: a string with a character a byte sorts so by itself. */
  static encode(table: ReadonlyMap<string, Iterable<string>>): Buffer {
    const lines: string[] = []
    for (const [key, values] of table) {
      const rest = [...values].join('\t')
      if (rest.length > 0) lines.push(Buffer.from(`${key}\t${rest}`).toString('latin1'))
    }
    lines.sort()
    const offsets = Buffer.alloc(4 * (lines.length + 2))
    offsets.writeUInt32LE(lines.length, 0)
    let at = 0
    for (const [i, line] of lines.entries()) {
      offsets.writeUInt32LE(at, 4 * (i + 1))
      at += line.length
    }
    offsets.writeUInt32LE(at, 4 * (lines.length + 1))
    return Buffer.concat([offsets, Buffer.from(lines.join(''), 'latin1')])
  }
}

/** Three bytes from `start` on as a number; where there are fewer, `filler` stands for the others. */
function prefixOf(bytes: Uint8Array, start: number, end: number, filler: number): number {
  let prefix = 0
  for (let at = start; at < start + 3; at++) prefix = prefix * 256 + (at < end ? bytes[at]! : filler)
  return prefix
}
