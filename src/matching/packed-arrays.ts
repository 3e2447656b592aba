import { crc32 } from 'node:zlib'
import { DomainError } from '../shared/errors.js'

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** Arrays of numbers under names, nested; what an index is made of. */
export type ArrayTree = { [name: string]: Numbers | ArrayTree }

/**
 * One buffer that holds a tree of arrays, to be kept in a file and read in one go:
 *
 *     offset  bytes
 *     0       8      magic, the version of this layout in its last byte
 *     8       8      length of the whole, little endian
 *     16      4      CRC-32 of everything behind the head
 *     20      4      length of the directory
 *     24      …      directory in JSON, then the arrays, each at a multiple of eight
 *
 * What stands behind the length is not looked at. Arrays are little endian, as on every machine Node.js runs on.
 */
const magic = Buffer.from('TERMIDX\u0001', 'latin1')
export const headLength = 24

const kinds = { Uint8Array, Uint16Array, Uint32Array, Int32Array }
type Kind = keyof typeof kinds

interface Leaf {
  kind: Kind
  /** From the beginning of the first array, in bytes. */
  at: number
  /** In numbers. */
  length: number
}
type Directory = { [name: string]: Leaf | { tree: Directory } }

/** `stamp` names the rules by which the arrays were made; who reads them asks for the same. */
export function packArrays(tree: ArrayTree, stamp: string): Uint8Array<ArrayBuffer> {
  const leaves: { at: number; numbers: Numbers }[] = []
  let end = 0
  const listed = (branch: ArrayTree): Directory =>
    Object.fromEntries(
      Object.entries(branch).map(([name, value]) => {
        if (!ArrayBuffer.isView(value)) return [name, { tree: listed(value) }]
        const at = end
        leaves.push({ at, numbers: value })
        end = aligned(at + value.byteLength)
        return [name, { kind: kindOf(value), at, length: value.length }]
      }),
    )
  const directory = Buffer.from(JSON.stringify({ stamp, tree: listed(tree) }))
  const first = aligned(headLength + directory.length)
  const whole = new Uint8Array(first + end)
  const packed = bytesOf(whole)
  packed.set(directory, headLength)
  for (const { at, numbers } of leaves) packed.set(bytesOf(numbers), first + at)
  packed.set(magic)
  packed.writeBigUInt64LE(BigInt(packed.length), 8)
  packed.writeUInt32LE(directory.length, 20)
  packed.writeUInt32LE(checksum(packed), 16)
  return whole
}

/** Do these bytes begin what `packArrays` made, of whatever version? */
export function isPacked(head: Uint8Array): boolean {
  return bytesOf(head)
    .subarray(0, magic.length - 1)
    .equals(magic.subarray(0, -1))
}

/** The length of the whole, told by its first `headLength` bytes. */
export function packedLength(head: Uint8Array): number {
  const view = bytesOf(head)
  if (view.length < headLength || !view.subarray(0, magic.length).equals(magic)) throw unusable('is none')
  return Number(view.readBigUInt64LE(8))
}

/** Throws when the whole is not what it was when it was packed. */
export function checkPacked(buffer: ArrayBufferLike): void {
  const packed = wholeOf(buffer)
  if (packed.readUInt32LE(16) !== checksum(packed)) throw unusable('is damaged')
}

/**
 * The arrays, in place: nothing is copied, so threads may share what lies in a SharedArrayBuffer. `checked` where
 * `checkPacked` has been called: it takes a tenth of a second for a million terms.
 */
export function unpackArrays(buffer: ArrayBufferLike, stamp: string, { checked = false } = {}): ArrayTree {
  if (!checked) checkPacked(buffer)
  const packed = wholeOf(buffer)
  const directoryLength = packed.readUInt32LE(20)
  const directory = JSON.parse(packed.toString('utf8', headLength, headLength + directoryLength)) as {
    stamp: string
    tree: Directory
  }
  if (directory.stamp !== stamp) throw unusable(`was made by other rules (${directory.stamp})`)
  const first = aligned(headLength + directoryLength)
  const arrays = (branch: Directory): ArrayTree =>
    Object.fromEntries(
      Object.entries(branch).map(([name, entry]) => [
        name,
        'tree' in entry
          ? arrays(entry.tree)
          : new kinds[entry.kind](buffer as ArrayBuffer, first + entry.at, entry.length),
      ]),
    )
  return arrays(directory.tree)
}

function wholeOf(buffer: ArrayBufferLike): Buffer {
  const whole = bytesOf(new Uint8Array(buffer))
  const length = packedLength(whole)
  if (length > whole.length) throw unusable('breaks off')
  return whole.subarray(0, length)
}

function checksum(packed: Buffer): number {
  return crc32(packed.subarray(20))
}

function aligned(at: number): number {
  return Math.ceil(at / 8) * 8
}

function kindOf(numbers: Numbers): Kind {
  return (Object.keys(kinds) as Kind[]).find((kind) => numbers instanceof kinds[kind])!
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
}

function unusable(what: string): DomainError {
  return new DomainError('unreadable-file', `This index of terms ${what}.`, { remedy: 'Build it again.' })
}
