import { DomainError } from '../../shared/errors.js'
import { decodeText } from '../text/decode-text.js'
import type { KnownLanguages } from './guess-mapping.js'

/** Enough to tell an encoding, a separator and titles from. */
const headLength = 1_000_000

export interface OpenedText {
  /** The beginning, for guesses. */
  head: string
  /** All of it, as it arrives. */
  text: AsyncIterable<string>
  encoding: string
  guessed: boolean
}

interface OpenTextOptions extends KnownLanguages {
  file?: string
  encoding?: string
}

/** Text of unknown encoding as a stream: its beginning settles the encoding, and a byte that does not fit later ends it. */
export async function openText(bytes: AsyncIterable<Uint8Array>, options: OpenTextOptions): Promise<OpenedText> {
  const input = bytes[Symbol.asyncIterator]()
  const start = await firstBytes(input)
  const { file, encoding, source, target } = options
  const languages = source && target ? [source, target] : undefined
  const whole = start.length < headLength
  const head = decodeText(whole ? start : wholeLines(start), { file, encoding, languages })

  async function* text(): AsyncIterable<string> {
    if (whole) {
      yield head.text
      return
    }
    const decoder = new TextDecoder(head.encoding, { fatal: true })
    const decode = decoding(decoder, file)
    for (let at = 0; at < start.length; at += 65_536) yield decode(start.subarray(at, at + 65_536))
    for (let next = await input.next(); !next.done; next = await input.next()) yield decode(next.value)
    yield decode(undefined)
  }
  return { head: head.text, text: text(), encoding: head.encoding, guessed: head.guessed }
}

async function firstBytes(input: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < headLength) {
    const { done, value } = await input.next()
    if (done) break
    chunks.push(value)
    length += value.length
  }
  return Buffer.concat(chunks)
}

/** After a line feed no character is cut in two. It is one byte in every encoding but UTF-16, which shows by its zeros or its mark. */
export const wholeLines = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, lastLineEnd(bytes))

function lastLineEnd(bytes: Uint8Array): number {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!marked && !bytes.subarray(0, 10_000).includes(0)) return bytes.lastIndexOf(0x0a) + 1 || bytes.length
  for (let at = bytes.length - 2 - (bytes.length % 2); at > 0; at -= 2)
    if (bytes[at]! + bytes[at + 1]! === 0x0a && bytes[at]! * bytes[at + 1]! === 0) return at + 2
  return bytes.length - (bytes.length % 2)
}

// oxlint-disable-next-line no-control-regex
const control = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/

function decoding(decoder: InstanceType<typeof TextDecoder>, file?: string): (bytes: Uint8Array | undefined) => string {
  let before = 0
  return (bytes) => {
    try {
      const text = decoder.decode(bytes, { stream: bytes !== undefined })
      if (control.test(text)) throw new RangeError()
      before += bytes?.length ?? 0
      return text
    } catch {
      throw new DomainError('unreadable-file', `After byte ${before} the file is no text in ${decoder.encoding}.`, {
        remedy: 'Choose the encoding it was written in, or save it as UTF-8.',
        place: { file, offset: before },
      })
    }
  }
}
