/**
 * A set of words as the sorted hashes of their letters (FNV-1a, 32 bits): four bytes a word, however long it is, and a word that is not
 * in it is taken for one of n words n times in 2³² (for 350,000 words, once in 12,000).
 */
export class WordSet {
  private readonly hashes: Uint32Array

  constructor(table: Buffer) {
    this.hashes = new Uint32Array(table.buffer.slice(table.byteOffset, table.byteOffset + table.length))
  }

  has(word: string): boolean {
    const wanted = hashOf(word)
    let low = 0
    let high = this.hashes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.hashes[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return this.hashes[low] === wanted
  }

  static encode(words: Iterable<string>): Buffer {
    const hashes = Uint32Array.from(new Set(Array.from(words, hashOf))).toSorted()
    return Buffer.from(hashes.buffer)
  }
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(word)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
