import jschardet from 'jschardet'
import { DomainError } from '../../shared/errors.js'
import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { multiByteEncodings, singleByteEncodings, type Encoding } from './encodings.js'
import { binaryKind } from './binary-kind.js'
import { firstInvalidUtf8, startsLikeUtf8 } from './utf8.js'

export interface DecodedText {
  /** Without byte order mark; otherwise exactly what the bytes say. */
  text: string
  /** As `TextDecoder` calls it: utf-8, utf-16le, gb18030, big5 … */
  encoding: string
  /** False when a mark or the rules of the encoding settle it, true when it was the most plausible of several. */
  guessed: boolean
}

export interface DecodeOptions {
  /** Name of the file, for messages. */
  file?: string
  /** What the text should be written in; settles cases that bytes alone cannot. */
  languages?: LanguageTag[]
  /** Chosen by a person: no other is tried. */
  encoding?: string
}

/** Text from bytes of unknown encoding. Refuses what is no text, and what cannot be told, naming the byte. */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  refuseEmpty(bytes, options)
  refuseBinary(bytes, options)
  const decoded =
    chosenByPerson(bytes, options) ??
    markedByBom(bytes, options) ??
    plainUtf8(bytes) ??
    utf16WithoutBom(bytes) ??
    multiByte(bytes, options) ??
    utf16ByItsCharacters(bytes) ??
    singleByte(bytes, options) ??
    refuseUndecidable(bytes, options)
  refuseControls(decoded, options)
  return decoded
}

function refuseEmpty(bytes: Uint8Array, { file }: DecodeOptions): void {
  if (bytes.length > 0) return
  throw new DomainError('unreadable-file', 'The file is empty.', {
    remedy: 'Check that the upload or the export it comes from was complete.',
    place: { file, offset: 0 },
  })
}

function refuseBinary(bytes: Uint8Array, { file }: DecodeOptions): void {
  const kind = binaryKind(bytes)
  if (!kind) return
  throw new DomainError('unreadable-file', `The file is ${kind.title}, not text.`, {
    remedy: kind.remedy,
    place: { file, offset: 0 },
  })
}

function chosenByPerson(bytes: Uint8Array, { encoding, file }: DecodeOptions): DecodedText | null {
  if (!encoding) return null
  const text = decodeAs(encoding, bytes)
  if (text !== null) return { text, encoding, guessed: false }
  throw new DomainError('unreadable-file', `The file cannot be read as ${encoding}.`, {
    remedy: 'Choose another encoding.',
    place: { file },
  })
}

/** Byte order marks, longest first: the UTF-32 mark begins with the one of UTF-16. */
const marks: { bytes: number[]; encoding: string | null; title: string }[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: null, title: 'UTF-32' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: null, title: 'UTF-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8', title: 'UTF-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le', title: 'UTF-16' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be', title: 'UTF-16' },
]

function markedByBom(bytes: Uint8Array, { file }: DecodeOptions): DecodedText | null {
  const mark = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  if (!mark) return null
  const text = mark.encoding && decodeAs(mark.encoding, bytes)
  if (mark.encoding && typeof text === 'string') return { text, encoding: mark.encoding, guessed: false }
  const offset = mark.encoding === 'utf-8' ? firstInvalidUtf8(bytes) : bytes.length - (bytes.length % 2)
  throw new DomainError('unreadable-file', `The file is marked as ${mark.title} but cannot be read as that.`, {
    remedy: 'Save it as UTF-8, or check that it was not cut off.',
    place: { file, offset: mark.encoding ? (offset ?? 0) : 0 },
  })
}

function plainUtf8(bytes: Uint8Array): DecodedText | null {
  if (bytes.includes(0)) return null
  const text = decodeAs('utf-8', bytes)
  return text === null ? null : { text, encoding: 'utf-8', guessed: false }
}

/** Line breaks, spaces and Latin letters put zero bytes on one side only: the low half in big endian, the high half in little endian. */
function utf16WithoutBom(bytes: Uint8Array): DecodedText | null {
  if (bytes.length % 2 === 1) return null
  const zeros = { even: 0, odd: 0 }
  for (let index = 0; index < bytes.length; index++) if (bytes[index] === 0) zeros[index % 2 ? 'odd' : 'even']++
  if (zeros.even + zeros.odd === 0) return null
  const encoding = zeros.odd >= zeros.even ? 'utf-16le' : 'utf-16be'
  if (Math.min(zeros.odd, zeros.even) > Math.max(zeros.odd, zeros.even) / 20) return null
  const text = decodeAs(encoding, bytes)
  if (text === null || shareOfUnassigned(text) > 0.001) return null
  return { text, encoding, guessed: true }
}

/** Of two readings of UTF-16 the right one is nearly all everyday characters, the other spread over all of Unicode. */
const convincing = { share: 0.9, lead: 0.15 }

/** Chinese without a Latin letter has no telling zeros; its characters tell. Asked last: two bytes of anything are some character. */
function utf16ByItsCharacters(bytes: Uint8Array): DecodedText | null {
  if (bytes.length % 2 === 1) return null
  const readings = ['utf-16le', 'utf-16be'].map((encoding) => {
    const text = decodeAs(encoding, bytes)
    return { encoding, text, share: text === null ? 0 : shareOfCommonBlocks(text) }
  })
  const [best, other] = readings.sort((a, b) => b.share - a.share)
  if (best!.text === null || best!.share < convincing.share || best!.share - other!.share < convincing.lead) return null
  return { text: best!.text, encoding: best!.encoding, guessed: true }
}

/** ASCII, Latin, Greek, Cyrillic, punctuation, kana, the everyday Chinese characters and full-width forms. */
const commonBlocks = /[\t\n\r\x20-\x7e\u00a0-\u017f\u0370-\u04ff\u2010-\u2027\u3000-\u30ff\u4e00-\u9fa5\uff01-\uff5e]/g

function shareOfCommonBlocks(text: string): number {
  const sample = text.slice(0, sampleLength)
  return (sample.match(commonBlocks)?.length ?? 0) / sample.length
}

const sampleLength = 20_000

function shareOfUnassigned(text: string): number {
  const sample = text.slice(0, sampleLength)
  return (sample.match(/[\p{Cn}\p{Co}]/gu)?.length ?? 0) / sample.length
}

/** Below this share of everyday characters a reading is not believed; a wrong one of Chinese stays under 0.65, a right one above 0.85. */
const believable = 0.75

/** A detector's opinion breaks ties between readings that are this close. */
const closeCall = 0.08

function multiByte(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  const readings = multiByteEncodings
    .map((encoding) => ({ encoding, share: shareOfEveryday(bytes, encoding) + expectation(encoding, options) }))
    .filter(({ share }) => share >= believable)
    .map((reading) => ({ ...reading, text: decodeAs(reading.encoding.label, bytes) }))
    .filter((reading): reading is typeof reading & { text: string } => reading.text !== null)
    .sort((a, b) => b.share - a.share)
  const [best, ...others] = readings
  if (!best) return null
  const rivals = others.filter(({ share }) => best.share - share < closeCall)
  const detected = rivals.length > 0 ? detect(bytes) : null
  const { text, encoding } = [best, ...rivals].find((reading) => reading.encoding.label === detected) ?? best
  return { text, encoding: encoding.label, guessed: true }
}

/** An encoding of another language than the declared ones has to be that much more convincing. */
function expectation(encoding: Encoding, { languages }: DecodeOptions): number {
  if (!languages?.length) return 0
  return languages.some((language) => encoding.languages.includes(primaryLanguage(language))) ? 0 : -0.2
}

/** Share of everyday characters among the two-byte ones, in 0..1; 0 when bytes do not pair up. */
function shareOfEveryday(bytes: Uint8Array, encoding: Encoding): number {
  let everyday = 0
  let all = 0
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index]!
    if (lead < 0x80) continue
    const trail = bytes[++index]
    if (trail === undefined) return 0
    all++
    if (encoding.everyday(lead, trail)) everyday++
  }
  return all === 0 ? 0 : everyday / all
}

/** Names the detector uses -> ours. */
const detectorNames: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-cp949': 'euc-kr',
  cp949: 'euc-kr',
}

function detect(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, sampleLength * 2)).toString('latin1')
  const name = (jschardet.detect(sample).encoding ?? '').toLowerCase()
  return detectorNames[name] ?? name
}

function singleByte(bytes: Uint8Array, { languages }: DecodeOptions): DecodedText | null {
  if (!languages?.length || startsLikeUtf8(bytes)) return null
  const primary = languages.map(primaryLanguage)
  for (const { label, languages: written, letters } of singleByteEncodings) {
    if (!primary.every((language) => written.includes(language) || language === 'en')) continue
    const text = decodeAs(label, bytes)
    if (text !== null && highCharacters(text).every((character) => letters.test(character)))
      return { text, encoding: label, guessed: true }
  }
  return null
}

function highCharacters(text: string): string[] {
  return [...new Set(text.match(/[^\0-\x7f]/gu) ?? [])]
}

function refuseUndecidable(bytes: Uint8Array, { file }: DecodeOptions): never {
  const offset = firstInvalidUtf8(bytes) ?? Math.max(0, bytes.indexOf(0))
  const message = startsLikeUtf8(bytes)
    ? `The text is UTF-8 up to byte ${offset}, where it breaks.`
    : `The encoding of the text cannot be told: byte ${offset} fits none that is known.`
  throw new DomainError('unreadable-file', message, {
    remedy: 'Save the file as UTF-8 and try again; if it was copied or uploaded, check that it is complete.',
    place: { file, offset },
  })
}

/** Control characters of text files: tab, line ends, form feed, vertical tab, and the end mark of DOS at the very end. */
// oxlint-disable-next-line no-control-regex
const controls = /[\x00-\x08\x0e-\x1f](?!$)|\x00/

function refuseControls({ text, encoding }: DecodedText, { file }: DecodeOptions): void {
  const found = controls.exec(text)
  if (!found) return
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  throw new DomainError('unreadable-file', `The file is no text: it holds the control character U+${code}.`, {
    remedy: 'Choose a text file, or remove the character.',
    place: { file, line: countLines(text, found.index), offset: byteOffset(text, found.index, encoding) },
  })
}

function countLines(text: string, until: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < until; at = text.indexOf('\n', at + 1)) line++
  return line
}

function byteOffset(text: string, index: number, encoding: string): number | undefined {
  if (encoding === 'utf-8') return Buffer.byteLength(text.slice(0, index))
  return encoding.startsWith('utf-16') ? index * 2 : undefined
}

/** The text, or null when a byte does not fit. A second byte order mark is dropped like the first. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff+/, '')
  } catch {
    return null
  }
}
