import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage } from '../../shared/language-tag.js'
import { bestVariant } from '../model/language-fit.js'
import type { SourceFile, SourceFileOptions, SourceSegment } from '../source/source-file.js'
import { inlineCodes } from './inline-codes.js'
import { xmlReader, type XmlElement } from '../xml/xml-reader.js'

interface Variant {
  language: string
  text: string
}

interface Unit {
  line: number
  variants: Variant[]
}

/** Translation units of TMX 1.1 to 1.4 as pairs of the declared languages, without declaration of the file's own two. */
export function readTmx(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const { units, sourceLanguage, encoding } = readUnits(name, bytes)
  const languages = options.languages ?? ownLanguages(units, sourceLanguage)
  const segments = languages ? units.flatMap((unit) => toSegment(unit, languages)) : []
  if (segments.length === 0) throw noPairs(name, units, options)
  return { kind: 'segments', format: 'tmx', segments, encoding, languages }
}

function readUnits(name: string, bytes: Uint8Array) {
  const units: Unit[] = []
  let sourceLanguage = '*all*'
  let unit: Unit = { line: 1, variants: [] }
  let variant: Variant = { language: '', text: '' }
  let inSegment = false
  let codeDepth = 0
  const begin: Record<string, (element: XmlElement) => void> = {
    header: ({ attributes }) => (sourceLanguage = attributes['srclang'] ?? '*all*'),
    tu: ({ line }) => (unit = { line, variants: [] }),
    tuv: ({ attributes }) => (variant = { language: attributes['xml:lang'] ?? attributes['lang'] ?? '', text: '' }),
    seg: () => (inSegment = true),
  }
  const finish: Record<string, () => void> = {
    seg: () => (inSegment = false),
    tuv: () => unit.variants.push(variant),
    tu: () => units.push(unit),
  }
  const reader = xmlReader(
    {
      open(element) {
        if (inlineCodes.has(element.local)) codeDepth++
        else begin[element.local]?.(element)
      },
      text(text) {
        if (inSegment && codeDepth === 0) variant.text += text
      },
      close({ local }) {
        if (inlineCodes.has(local)) codeDepth--
        else finish[local]?.()
      },
    },
    { file: name },
  )
  reader.write(bytes)
  reader.end()
  return { units, sourceLanguage, encoding: reader.encoding }
}

/** The header's source language and the first other one met. */
function ownLanguages(units: Unit[], sourceLanguage: string): SourceFileOptions['languages'] {
  const met = [...new Set(units.slice(0, 1000).flatMap(({ variants }) => variants.map(({ language }) => language)))]
  const tags = [...new Set(met.map((language) => canonicalLanguage(language)).filter((tag) => tag !== null))]
  const source = tags.find((tag) => tag === canonicalLanguage(sourceLanguage)) ?? tags[0]
  const target = tags.find((tag) => tag !== source)
  return source && target ? { source, target } : undefined
}

function toSegment(unit: Unit, languages: NonNullable<SourceFileOptions['languages']>): SourceSegment[] {
  const source = bestVariant(unit.variants, languages.source)
  const target = bestVariant(
    unit.variants.filter((variant) => variant !== source),
    languages.target,
  )
  return source && target ? [{ source: source.text, target: target.text, line: unit.line }] : []
}

function noPairs(name: string, units: Unit[], { languages }: SourceFileOptions): DomainError {
  const met = [...new Set(units.flatMap(({ variants }) => variants.map(({ language }) => language)))].slice(0, 10)
  const wanted = languages ? `${languages.source} and ${languages.target}` : 'two languages'
  return new DomainError(
    'unreadable-file',
    `No translation unit has ${wanted}; the file has ${met.join(', ') || 'none'}.`,
    {
      remedy: 'Declare the languages that the file has.',
      place: { file: name },
    },
  )
}
