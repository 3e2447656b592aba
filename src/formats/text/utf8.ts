const chunkSize = 65_536
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte < 0xc0

/** Offset of the first byte that breaks UTF-8 (for a text that ends inside a character: where that character starts), or null. */
export function firstInvalidUtf8(bytes: Uint8Array): number | null {
  let start = 0
  while (start < bytes.length) {
    let end = Math.min(start + chunkSize, bytes.length)
    while (end < bytes.length && end > start + 1 && isContinuation(bytes[end])) end--
    if (!isValid(bytes.subarray(start, end))) return start + firstInvalidWithin(bytes.subarray(start, end))
    start = end
  }
  return null
}

/** True for text that is meant to be UTF-8 but broken or cut off: most of its non-ASCII runs are well-formed. */
export function startsLikeUtf8(bytes: Uint8Array): boolean {
  const offset = firstInvalidUtf8(bytes)
  if (offset === null) return true
  return bytes.subarray(0, offset).filter((byte) => byte >= 0xc2).length >= 3
}

function firstInvalidWithin(bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length;) {
    const length = sequenceLength(bytes[index]!)
    if (length === 0 || !isValid(bytes.subarray(index, Math.min(index + length, bytes.length)))) return index
    index += length
  }
  return bytes.length
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return 2
  if (lead < 0xf0) return 3
  return lead < 0xf5 ? 4 : 0
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
