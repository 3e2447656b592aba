import { SaxesParser } from 'saxes'
import { DomainError } from '../../shared/errors.js'
import { Namespaces } from './namespaces.js'
import { ControlCharacters } from './repair.js'
import { xmlDecoder } from './xml-decoder.js'

export interface XmlElement {
  local: string
  uri: string
  /** By name as written (`xml:lang`, `id`), of foreign namespaces as `{uri}local`; declarations are left out. */
  attributes: Record<string, string>
  line: number
  column: number
  /** Left empty here, for those who build trees: one object an element instead of two. */
  content: (string | XmlElement)[]
}

export interface XmlHandlers {
  open(element: XmlElement): void
  text(text: string): void
  close(element: XmlElement): void
  warn?(message: string, line: number): void
}

/** What a file may ask of the reader; all but the file name have defaults that honest files never meet. */
export interface XmlReaderOptions {
  file?: string
  encoding?: string
  /** Leave out the control characters that XML forbids instead of refusing the file. */
  repair?: boolean
  maxDepth?: number
  maxAttributes?: number
  /** Characters that may pass without a tag beginning or ending; a function when it depends on the place. */
  maxText?: number | (() => number)
}

export interface XmlReader {
  write(bytes: Uint8Array): void
  end(): void
  readonly encoding: string
}

const limits = { maxDepth: 64, maxAttributes: 64, maxText: 16_000_000 }
const sliceLength = 65_536

/**
 * A strict, streaming reader of XML 1.0 with namespaces. It fetches nothing and expands no entity of the file's own;
 * it refuses what could only be an attack or an accident, with line and column.
 */
export function xmlReader(handlers: XmlHandlers, options: XmlReaderOptions = {}): XmlReader {
  const { file } = options
  const { maxDepth, maxAttributes, maxText } = { ...limits, ...withoutUndefined(options) }
  // A plain property access per event: saxes slows threefold from the seventh handler on, so there are six.
  const parser = new SaxesParser({ xmlns: false, position: true })
  const { open, text: textOf, close } = handlers
  const stack: XmlElement[] = []
  let sinceEvent = 0
  let started = false

  const place = () => ({ file, line: parser.line, column: parser.column + 1 })
  const refuse = (message: string, remedy: string): never => {
    throw new DomainError('unreadable-file', message, { remedy, place: place() })
  }
  const decoder = xmlDecoder({
    file,
    encoding: options.encoding,
    warn: (message) => handlers.warn?.(message, 1),
    position: () => ({ line: parser.line, column: parser.column + 1 }),
  })

  const notWellFormed = (message: string): never => {
    const open = stack.at(-1)
    const still =
      open && /close tag|unclosed/.test(message) ? ` "${open.local}" of line ${open.line} is still open.` : ''
    return refuse(`The file is not well-formed XML: ${message}${still}`, wellFormedRemedy(message, stack.length))
  }
  const namespaces = new Namespaces(notWellFormed, maxAttributes, () =>
    refuse(`An element has more than ${maxAttributes} attributes.`, 'Check what produced the file.'),
  )

  parser.on('error', (error) => notWellFormed(plainMessage(error)))
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      refuse('The file defines entities of its own.', 'Remove the entity definitions from its DOCTYPE.')
  })
  parser.on('opentag', ({ name, attributes: written }) => {
    sinceEvent = 0
    const depth = stack.length
    if (depth >= maxDepth)
      refuse(`Elements are nested more than ${maxDepth} deep.`, 'Check what produced the file: no format needs that.')
    const attributes = namespaces.open(written, depth)
    const { prefix, local } = namespaces.parted(name)
    const element: XmlElement = {
      local,
      uri: namespaces.uriOf(prefix),
      attributes,
      line: parser.line,
      column: parser.column + 1,
      content: [],
    }
    stack.push(element)
    open(element)
  })
  const onText = (text: string): void => {
    sinceEvent = 0
    if (stack.length > 0) textOf(text)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    sinceEvent = 0
    close(stack.pop()!)
    namespaces.close(stack.length)
  })

  const feed = (text: string): void => {
    if (!text) return
    if (!started) {
      started = true
      refuseOtherStart(text, refuse)
    }
    for (let at = 0; at < text.length; at += sliceLength) {
      const slice = text.slice(at, at + sliceLength)
      sinceEvent += slice.length
      const limit = typeof maxText === 'function' ? maxText() : maxText
      if (sinceEvent > limit)
        refuse(`A tag or a text has more than ${limit} characters.`, 'Check what produced the file.')
      parser.write(slice)
    }
  }
  const controls = options.repair ? new ControlCharacters() : null
  return {
    write(bytes) {
      const text = decoder.write(bytes)
      feed(controls ? controls.without(text, false) : text)
    },
    end() {
      const text = decoder.end()
      feed(controls ? controls.without(text, true) : text)
      if (controls && controls.count > 0)
        handlers.warn?.(`${controls.count} control characters were left out, which XML does not allow.`, 1)
      parser.close()
    },
    get encoding() {
      return decoder.encoding
    },
  }
}

function refuseOtherStart(text: string, refuse: (message: string, remedy: string) => never): void {
  const start = text.trimStart().slice(0, 200)
  if (/^<\?xml[^>]*version\s*=\s*["']1\.[^0]/.test(start))
    refuse('The file declares another XML version than 1.0.', 'Save it as XML 1.0.')
  if (start.startsWith('version https://git-lfs'))
    refuse('The file is a pointer of Git LFS, not the file itself.', 'Fetch it with "git lfs pull" and try again.')
  if (/^(<!doctype\s+html|<html)/i.test(start))
    refuse(
      'The file is a web page.',
      'It may be the page that asks for a password: download the file again, signed in.',
    )
  if (start && !start.startsWith('<'))
    refuse('The file is not XML.', 'Choose the file that the other program exported.')
}

/** Without the position that saxes puts in front, and the full stop at its end doubled by nobody. */
function plainMessage(error: Error): string {
  return error.message.replace(/^(\d+:\d+|undefined:\d+:\d+):\s*/, '').replace(/\.?$/, '.')
}

function wellFormedRemedy(message: string, depth: number): string {
  if (/unclosed|unexpected end/i.test(message) && depth > 0)
    return 'The file seems to be cut off: export or upload it again.'
  if (/undefined entity/i.test(message)) return 'Write the character itself instead of the entity.'
  if (/disallowed character|invalid character|malformed character entity/i.test(message))
    return 'Remove the character, which XML does not allow, or read the file with repair (--repair), which leaves such characters out.'
  return 'Mend the file at that place, or export it again.'
}

function withoutUndefined(options: XmlReaderOptions): XmlReaderOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
