import { DomainError } from '../../shared/errors.js'
import { languageFit } from '../model/language-fit.js'
import type { SourceFile, SourceFileOptions, SourceSegment } from '../source/source-file.js'
import { xmlReader, type XmlElement } from '../xml/xml-reader.js'

/** Inline elements that stand for native code; XLIFF 1.2 puts the code itself inside some of them. Others hold text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'sc', 'ec', 'x', 'bx', 'ex'])

/** Elements whose sources and targets are somebody else's proposals, and what is not to be translated. */
const aside = new Set([
  'alt-trans',
  'match',
  'matches',
  'glossary',
  'seg-source',
  'ignorable',
  'originalData',
  'skeleton',
])

/** The elements that hold one source and one target: 1.2 `trans-unit`, 2.x `segment`. */
const units = new Set(['trans-unit', 'segment'])

interface Pair extends SourceSegment {
  languages: { source: string; target: string }
}

/** XLIFF 1.2 and 2.x: each unit or segment with its target, in the declared direction. */
export function readXliff(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const { pairs, encoding } = readPairs(name, bytes)
  const segments = pairs.flatMap((pair) => inDeclaredDirection(pair, options))
  if (!segments.some(({ source, target }) => source && target)) throw noPairs(name, pairs, options)
  return { kind: 'segments', format: 'xliff', segments, encoding, languages: options.languages ?? pairs[0]?.languages }
}

function readPairs(name: string, bytes: Uint8Array) {
  const pairs: Pair[] = []
  let languages = { source: '', target: '' }
  let pair: Pair | null = null
  let side: 'source' | 'target' | null = null
  let asideDepth = 0
  let codeDepth = 0
  const open = (element: XmlElement): void => {
    const { local, attributes } = element
    if (aside.has(local)) asideDepth++
    if (asideDepth > 0) return
    languages = languagesOf(element, languages)
    if (units.has(local)) pair = { source: '', target: '', line: element.line, languages: { ...languages } }
    else if (local === 'cp' && pair && side && codeDepth === 0) pair[side] += characterOf(attributes['hex'])
    else if (side && codes.has(local)) codeDepth++
    else if (pair && (local === 'source' || local === 'target')) side = local
  }
  const close = ({ local }: XmlElement): void => {
    if (aside.has(local)) asideDepth--
    else if (asideDepth > 0) return
    else if (side && codes.has(local)) codeDepth--
    else if (local === side) side = null
    else if (pair && units.has(local)) {
      pairs.push(pair)
      pair = null
    }
  }
  const text = (text: string): void => {
    if (pair && side && asideDepth === 0 && codeDepth === 0) pair[side] += text
  }
  const reader = xmlReader({ open, close, text }, { file: name })
  reader.write(bytes)
  reader.end()
  return { pairs, encoding: reader.encoding }
}

/** 1.2 names the languages on `file`, 2.x on `xliff`. */
function languagesOf({ local, attributes }: XmlElement, known: { source: string; target: string }) {
  if (local !== 'file' && local !== 'xliff') return known
  return {
    source: attributes['source-language'] ?? attributes['srcLang'] ?? known.source,
    target: attributes['target-language'] ?? attributes['trgLang'] ?? known.target,
  }
}

/** XLIFF 2 writes characters that XML forbids as `<cp hex="001A"/>`. */
function characterOf(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16)
  return Number.isNaN(code) || code < 0x20 || code > 0x10ffff ? ' ' : String.fromCodePoint(code)
}

const fits = (wanted: string, found: string): boolean => found === '' || languageFit(wanted, found) > 0

/** The pair as declared, turned round when the file runs the other way, nothing when it has other languages. */
function inDeclaredDirection({ languages: own, ...segment }: Pair, { languages }: SourceFileOptions): SourceSegment[] {
  if (!languages) return [segment]
  if (fits(languages.source, own.source) && fits(languages.target, own.target)) return [segment]
  if (fits(languages.source, own.target) && fits(languages.target, own.source))
    return [{ ...segment, source: segment.target, target: segment.source }]
  return []
}

function noPairs(name: string, pairs: Pair[], { languages }: SourceFileOptions): DomainError {
  const own = pairs[0]?.languages
  const directions = [own?.source, own?.target].filter(Boolean).join(' to ') || 'no language'
  const wanted = languages ? ` from ${languages.source} to ${languages.target}` : ''
  return new DomainError('unreadable-file', `No unit is translated${wanted}; the file says ${directions}.`, {
    remedy: 'Choose a file with translations, or declare the languages that it has.',
    place: { file: name },
  })
}
