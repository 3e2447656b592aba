import { DomainError } from '../../shared/errors.js'
import { binaryKind } from '../text/binary-kind.js'
import { firstInvalidUtf8 } from '../text/utf8.js'

/** Enough to hold an XML declaration in UTF-16. */
const headLength = 1024

type Decoder = InstanceType<typeof TextDecoder>

export interface XmlDecoder {
  write(bytes: Uint8Array): string
  end(): string
  readonly encoding: string
}

export interface XmlDecoderOptions {
  file?: string
  /** Chosen by a person: the declaration is not believed. */
  encoding?: string
  warn(message: string): void
  /** Where the text that was decoded so far has ended; lines and columns count from 1. */
  position?(): { line: number; column: number }
}

/**
 * Decodes the bytes of an XML file as they arrive, strictly: a byte that does not fit ends the reading with its offset.
 * The encoding is the byte order mark's, else the declaration's, else UTF-8 (XML 1.0, appendix F).
 */
export function xmlDecoder(options: XmlDecoderOptions): XmlDecoder {
  let head: Uint8Array | null = new Uint8Array(0)
  let decoder: Decoder | null = null
  let consumed = 0

  const decode = (bytes: Uint8Array, last: boolean): string => {
    try {
      const text = decoder!.decode(bytes, { stream: !last })
      consumed += bytes.length
      return text
    } catch {
      throw undecodable(bytes, consumed, decoder!.encoding, options)
    }
  }
  const begin = (last: boolean): string => {
    const bytes = head!
    head = null
    refuseOther(bytes, options.file)
    decoder = newDecoder(encodingOf(bytes, options), options.file)
    return withoutMisplacedStart(decode(bytes, last), options.warn)
  }
  return {
    write(bytes) {
      if (!head) return decode(bytes, false)
      head = Buffer.concat([head, bytes])
      return head.length < headLength ? '' : begin(false)
    },
    end: () => (head ? begin(true) : decode(new Uint8Array(0), true)),
    get encoding() {
      return decoder?.encoding ?? 'utf-8'
    },
  }
}

function refuseOther(bytes: Uint8Array, file?: string): void {
  if (bytes.length === 0)
    throw new DomainError('unreadable-file', 'The file is empty.', {
      remedy: 'Check that the export or the upload it comes from was complete.',
      place: { file, line: 1, column: 1 },
    })
  const kind = binaryKind(bytes)
  if (kind)
    throw new DomainError('unreadable-file', `The file is ${kind.title}, not XML.`, {
      remedy: kind.remedy,
      place: { file, line: 1, column: 1 },
    })
}

function newDecoder(encoding: string, file?: string): Decoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new DomainError('unreadable-file', `The file declares the encoding "${encoding}", which is not known.`, {
      remedy: 'Save it as UTF-8.',
      place: { file, line: 1, column: 1 },
    })
  }
}

function encodingOf(bytes: Uint8Array, { encoding, warn }: XmlDecoderOptions): string {
  if (encoding) return encoding
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  const start = Buffer.from(bytes.subarray(0, headLength)).toString('latin1')
  const declared = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]?.toLowerCase()
  if (!declared) return 'utf-8'
  if (!/^(utf-?16|ucs-?2|utf-?32|iso-10646-ucs)/.test(declared)) return declared
  warn(`The file declares ${declared.toUpperCase()} but is written in UTF-8.`)
  return 'utf-8'
}

/** Byte order marks doubled by careless tools, and white space before the declaration, which XML forbids. */
function withoutMisplacedStart(text: string, warn: (message: string) => void): string {
  const start = /^[\ufeff\s]*/.exec(text)![0]
  if (/\s/.test(start.replaceAll('\ufeff', '')) && text.startsWith('<?xml', start.length))
    warn('White space stands before the XML declaration.')
  return text.startsWith('<?xml', start.length) ? text.slice(start.length) : text.replace(/^\ufeff+/, '')
}

function undecodable(
  bytes: Uint8Array,
  before: number,
  encoding: string,
  { file, position = () => ({ line: 1, column: 1 }) }: XmlDecoderOptions,
): DomainError {
  const within = encoding === 'utf-8' ? (firstInvalidUtf8(bytes) ?? 0) : 0
  const offset = before + within
  return new DomainError('unreadable-file', `Byte ${offset} of the file does not fit its encoding, ${encoding}.`, {
    remedy: 'Choose the encoding it was written in (--encoding windows-1252, gb18030 …), or save it as UTF-8.',
    place: { file, ...after(position(), bytes.subarray(0, within)), offset },
  })
}

/** The place behind a text that is well-formed UTF-8. */
function after({ line, column }: { line: number; column: number }, bytes: Uint8Array) {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const last = lines.at(-1)!.length
  return { line: line + lines.length - 1, column: lines.length > 1 ? last + 1 : column + last }
}
