import { fromConceptEntry } from '../model/plain-concept.js'
import type { Glossary } from '../model/glossary.js'
import { countUntold, languagesOfList, termPairs, type PairOptions, type TermPairs } from '../model/pairs.js'
import { elementXml, escapeText } from '../xml/xml-writer.js'
import { conceptProperty } from './read-tmx-glossary.js'

/**
 * TMX 1.4b of term pairs. Tools take the first variant of a language only, so each usable source term stands with each
 * usable target term in a unit of its own; units of one concept share the property `x-concept`.
 */
export async function* writeTmx(glossary: Glossary, options: PairOptions): AsyncIterable<string> {
  const { source, target } = languagesOfList(glossary, options)
  const header = {
    creationtool: 'Termloom',
    creationtoolversion: '1',
    segtype: 'phrase',
    'o-tmf': 'Termloom',
    adminlang: 'en',
    srclang: source,
    datatype: 'plaintext',
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
  yield `${elementXml('header', header, '')}\n<body>\n`
  for await (const pairs of termPairs(glossary, options)) {
    countUntold(pairs, ['definition', 'note', 'subjectField', 'administrativeStatus'], options.losses)
    yield unitsXml(pairs, { source, target })
  }
  yield '</body>\n</tmx>\n'
}

function unitsXml(pairs: TermPairs, { source, target }: { source: string; target: string }): string {
  const about = aboutXml(pairs)
  const all = pairs.sources.flatMap((from) => pairs.targets.map((to) => [from.text, to.text] as const))
  return all
    .map(([from, to], index) => {
      const tuid = index === 0 ? pairs.entry.id : `${pairs.entry.id}-${index + 1}`
      return `${elementXml('tu', { tuid }, about + variantXml(source, from) + variantXml(target, to))}\n`
    })
    .join('')
}

function aboutXml({ entry }: TermPairs): string {
  const { definition, subjectField, note, languages } = fromConceptEntry(entry)
  const terms = languages.flatMap((section) => section.terms)
  const notes = [note, ...languages.map((section) => section.note), ...terms.map((term) => term.note)]
  const definitions = [definition, ...languages.map((section) => section.definition)]
  return [
    ...distinct(notes).map((text) => elementXml('note', {}, escapeText(text))),
    elementXml('prop', { type: conceptProperty }, escapeText(entry.id)),
    ...distinct([subjectField]).map((text) => elementXml('prop', { type: 'subjectField' }, escapeText(text))),
    ...distinct(definitions).map((text) => elementXml('prop', { type: 'definition' }, escapeText(text))),
  ].join('')
}

function distinct(texts: (string | null | undefined)[]): string[] {
  return [...new Set(texts)].filter((text): text is string => Boolean(text))
}

function variantXml(language: string, text: string): string {
  return elementXml('tuv', { 'xml:lang': language }, elementXml('seg', {}, escapeText(text)))
}
