import { canonicalLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { DomainError } from '../../shared/errors.js'
import type { ConceptEntry, Term } from '../model/concept-entry.js'
import type { GlossaryReading } from '../model/glossary.js'
import { WarningList } from '../model/warning-list.js'

export interface ReadPairListOptions {
  file?: string
  source?: LanguageTag
  target?: LanguageTag
}

interface Line {
  number: number
  cells: string[]
}

/** True for tab-separated lines without a row of titles: OmegaT's glossaries (with comments), DeepL's (two columns). */
export function isPairList(text: string): boolean {
  const lines = linesOf(text.slice(0, 50_000)).filter(({ cells }) => !isRemark(cells))
  const tabbed = lines.filter(({ cells }) => cells.length === 2 || cells.length === 3)
  return lines.length > 0 && tabbed.length >= lines.length * 0.9 && !namesColumns(lines[0]!.cells)
}

/**
 * Pairs without a header: source, a tab, target, and in OmegaT's glossaries a tab and a comment. Quotes are literal. Lines
 * that follow each other with the same comment and the same source or target are synonyms of one concept.
 */
export function readPairList(text: string, options: ReadPairListOptions): GlossaryReading {
  const languages = languagesOf(options)
  const warnings = new WarningList()
  const lines = linesOf(text)
  const plain = lines.every(({ cells }) => cells.length === 2)
  const pairs = lines.flatMap((line) => pairOf(line, plain, warnings))
  return {
    format: plain ? 'deepl-tsv' : 'omegat',
    header: { languages: [languages.source, languages.target] },
    entries: streamed(conceptsOf(pairs, languages)),
    backMatter: [],
    warnings: warnings.list,
  }
}

// oxlint-disable-next-line typescript/require-await -- lists are read at once; readers of streams are asked alike
async function* streamed(entries: Iterable<ConceptEntry>): AsyncIterable<ConceptEntry> {
  yield* entries
}

function linesOf(text: string): Line[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

const isRemark = ([first]: string[]): boolean => first?.startsWith('#') ?? false

const titles = new Set(['term', 'language', 'lang', 'concept', 'id'])
const sides = new Set(['source', 'target', 'src', 'tgt'])

/** A row of titles: two languages or sides, or the columns of a table with a row per term. */
function namesColumns(cells: string[]): boolean {
  const named = cells.map((cell) => cell.toLowerCase())
  const languages = named.filter((cell) => sides.has(cell) || isLanguageCode(cell))
  return languages.length >= 2 || named.filter((cell) => titles.has(cell)).length >= 2
}

function isLanguageCode(cell: string): boolean {
  return /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(cell) && canonicalLanguage(cell) !== null
}

function languagesOf({ source, target, file }: ReadPairListOptions): Languages {
  if (source && target) return { source, target }
  throw new DomainError('invalid-input', 'A list of pairs does not say which languages it is in.', {
    remedy: 'Say the source and the target language.',
    fields: { source: ['is needed for this file'], target: ['is needed for this file'] },
    place: { file, line: 1 },
  })
}

interface Pair {
  line: number
  source: string
  target: string
  comment: string
}

/** In a list of nothing but two columns a line that begins with # is a pair, elsewhere a remark. */
function pairOf({ number, cells }: Line, plain: boolean, warnings: WarningList): Pair[] {
  if (isRemark(cells) && !plain) return []
  const [source = '', target = '', ...rest] = cells
  const comment = rest.filter(Boolean).join(' ')
  if (source && target) return [{ line: number, source, target, comment }]
  warnings.add('incomplete-pair', 'A line has no source or no target; it was left out.', number)
  return []
}

type Languages = { source: LanguageTag; target: LanguageTag }

function* conceptsOf(pairs: Pair[], languages: Languages): Iterable<ConceptEntry> {
  for (const run of runsOf(pairs)) for (const concept of withoutNewPairs(run)) yield toEntry(concept, languages)
}

/** Lines that follow each other with the same comment and share a term. */
function* runsOf(pairs: Pair[]): Iterable<Pair[]> {
  let run: Pair[] = []
  let terms = new Set<string>()
  for (const pair of pairs) {
    const belongs = terms.has(`source ${pair.source}`) || terms.has(`target ${pair.target}`)
    if (run.length > 0 && !(belongs && run[0]!.comment === pair.comment)) {
      yield run
      run = []
      terms = new Set()
    }
    run.push(pair)
    terms.add(`source ${pair.source}`).add(`target ${pair.target}`)
  }
  if (run.length > 0) yield run
}

/** Terms of one concept all translate each other: where the list does not say so, each source term is a concept. */
function withoutNewPairs(run: Pair[]): Pair[][] {
  const said = new Set(run.map(({ source, target }) => `${source}\t${target}`)).size
  const sources = new Set(run.map(({ source }) => source))
  const targets = new Set(run.map(({ target }) => target))
  if (said === sources.size * targets.size) return [run]
  const bySource = new Map<string, Pair[]>()
  for (const pair of run) bySource.set(pair.source, [...(bySource.get(pair.source) ?? []), pair])
  return [...bySource.values()]
}

function toEntry(pairs: Pair[], { source, target }: Languages): ConceptEntry {
  const { line, comment } = pairs[0]!
  return {
    id: `row-${line}`,
    nodes: comment ? [{ element: 'note', content: [comment] }] : [],
    languages: [
      { language: source, nodes: [], terms: termsOf(pairs.map((pair) => pair.source)) },
      { language: target, nodes: [], terms: termsOf(pairs.map((pair) => pair.target)) },
    ],
  }
}

const termsOf = (texts: string[]): Term[] => [...new Set(texts)].map((text) => ({ text, nodes: [] }))
