import { Command, InvalidArgumentError, Option } from 'commander'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import {
  findGlossaryFormat,
  glossaryFormats,
  glossarySources,
  readGlossary,
  writeGlossary,
  type ConceptEntry,
  type FieldMapping,
  type GlossaryFormat,
  type GlossaryReading,
  type GlossarySource,
  type Loss,
  type ReadGlossaryOptions,
  type WriteOptions,
} from '../formats/index.js'
import { DomainError } from '../shared/errors.js'
import { canonicalLanguage, type LanguageTag } from '../shared/language-tag.js'
import { readConfig } from '../config.js'
import { pdfFont } from '../releases/pdf-font.js'
import { besideOf, writeTo } from './write-to.js'
import { openProgress, type ByteProgress } from './byte-progress.js'
import { addTableOptions, tableMapping, type TableOptions } from './table-options.js'

interface ConvertOptions extends TableOptions {
  from?: GlossarySource
  to?: string
  rows?: 'term' | 'concept'
  delimiter?: string
  titles: boolean
  repair?: boolean
  source?: LanguageTag
  target?: LanguageTag
  withoutDeprecated?: boolean
  withDeprecated?: boolean
  unknown: 'drop' | 'note'
  encoding?: string
  font?: string
  field?: FieldMapping
}

/** `termloom convert IN OUT`: one glossary format into another, with a report of what the other could not carry. */
export function convertCommand(): Command {
  const command = new Command('convert')
    .description('Converts a glossary from one format into another; tells on stderr what the new one could not carry.')
    .argument('<in>', 'glossary file of any format that is read (told from its content), or - for standard input')
    .argument('<out>', 'file to write, or - for standard output')
    .addOption(
      new Option('--to <format>', 'format to write; told from the name of <out> otherwise').choices(
        glossaryFormats.map(({ id }) => id),
      ),
    )
    .option('--source <language>', 'source language, for formats of two languages and tables without header', language)
    .option('--target <language>', 'target language', language)
    .option('--without-deprecated', 'leave out terms that must not be used (tbx-2008; lists of pairs always do)')
    .option('--with-deprecated', 'keep them in tbx-2008 of two languages')
    .addOption(
      new Option('--unknown <what>', 'what becomes of data categories that the format does not have')
        .choices(['drop', 'note'])
        .default('drop'),
    )
    .option(
      '--font <file>',
      'font that a PDF shows its characters with; default TERMLOOM_PDF_FONT, else an installed one',
    )
    .option(
      '--field <name=category>',
      'what a field of a MultiTerm file means, such as "Freigabe=administrativeStatus"; nothing after = leaves it out',
      fieldMapping,
    )
    .addOption(
      new Option('--from <format>', 'format of <in>, when its content does not tell it').choices(glossarySources),
    )
    .addOption(
      new Option(
        '--rows <what>',
        'rows of csv, tsv and xlsx: one per term tells everything, one per concept reads better',
      )
        .choices(['term', 'concept'])
        .default('term'),
    )
    .option('--delimiter <character>', 'between the cells of csv and tsv', delimiter)
    .option('--no-titles', 'write csv and tsv without a row of titles')
    .option('--encoding <name>', 'encoding of <in>, when it does not say it right')
    .option('--repair', 'leave out control characters that XML forbids instead of refusing the file')
  return addTableOptions(command).action(convert)
}

function delimiter(text: string): string {
  if (text === '\\t') return '\t'
  if (text.length === 1) return text
  throw new InvalidArgumentError('It must be one character, or \\t for a tab.')
}

function language(tag: string): LanguageTag {
  const canonical = canonicalLanguage(tag)
  if (canonical) return canonical
  throw new InvalidArgumentError('It must be a BCP 47 language code such as zh, zh-Hant, en or en-GB.')
}

function fieldMapping(pair: string, known: FieldMapping = {}): FieldMapping {
  const at = pair.lastIndexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write it as "Name of the field=category".')
  return { ...known, [pair.slice(0, at).trim()]: pair.slice(at + 1).trim() }
}

async function convert(input: string, output: string, options: ConvertOptions): Promise<void> {
  refuseSameFile(input, output)
  const format = findGlossaryFormat(options.to ?? formatOfName(output))
  await convertTo(format, input, output, options)
  if (format.beside && input !== '-' && output !== '-') {
    const beside = findGlossaryFormat(format.beside)
    await convertTo(beside, input, besideOf(output, beside), options)
  }
}

async function convertTo(
  format: GlossaryFormat,
  input: string,
  output: string,
  options: ConvertOptions,
): Promise<void> {
  const progress = await openProgress(input)
  const languages = format.pairs ? await languagesOf(input, options) : options
  const tally = { concepts: 0, terms: 0 }
  const glossary = await readGlossary(open(input), readOptions(input, options, progress))
  const written = writeGlossary(
    format.id,
    { ...glossary, entries: counted(glossary, tally), header: headerWith(glossary, languages) },
    {
      ...writeOptions(options),
      languages: await columnsOf(format, input, options),
      ...pairOf(languages),
      date: today(),
      ...(format.id === 'pdf' && { font: await pdfFont(options.font ?? readConfig().pdfFont) }),
    },
  )
  await writeTo(output, written.chunks)
  progress.stop()
  report({ input, output, format, glossary, tally, losses: written.losses() })
}

function open(input: string): AsyncIterable<Uint8Array> {
  return input === '-' ? process.stdin : createReadStream(input)
}

function refuseSameFile(input: string, output: string): void {
  if (input === '-' || path.resolve(input) !== path.resolve(output)) return
  throw new DomainError('invalid-input', 'The file to write is the file to read.', {
    remedy: 'Give the result another name.',
  })
}

const today = (): string => new Date().toISOString().slice(0, 10)

function readOptions(
  input: string,
  { field, from, source, target, encoding, repair, ...options }: ConvertOptions,
  progress?: ByteProgress,
): ReadGlossaryOptions {
  return {
    from,
    source,
    target,
    encoding,
    repair,
    file: input,
    fields: field,
    mapping: tableMapping(options),
    onProgress: progress?.update,
  }
}

function writeOptions({ withoutDeprecated, withDeprecated, unknown, ...table }: ConvertOptions): WriteOptions {
  const { rows, delimiter, titles } = table
  return { withoutDeprecated: withDeprecated ? false : withoutDeprecated, unknown, rows, delimiter, header: titles }
}

/** A table with a row per concept has columns for its languages: the two asked for, or all that are met. */
async function columnsOf(
  format: GlossaryFormat,
  input: string,
  options: ConvertOptions,
): Promise<LanguageTag[] | undefined> {
  const isTable = ['csv', 'tsv', 'xlsx'].includes(format.id)
  if (!isTable || options.rows !== 'concept' || (options.source && options.target) || input === '-') return undefined
  return [...(await languagesIn(input, options)).met].filter((tag) => tag !== 'und')
}

/** Formats by the ending of a file name; .tbx means the current standard. */
const endings: Record<string, string> = {
  '.tbx': 'tbx-basic-dca',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.txt': 'omegat',
  '.tmx': 'tmx',
  '.html': 'html',
  '.pdf': 'pdf',
  '.xdt': 'multiterm-xdt',
  '.utx': 'utx',
  '.ttl': 'skos',
  '.xml': 'multiterm-xml',
}

function formatOfName(output: string): string {
  const format = endings[path.extname(output).toLowerCase()]
  if (format) return format
  throw new DomainError('invalid-input', `The name "${output}" does not tell the format.`, {
    remedy: `Say it with --to: ${glossaryFormats.map(({ id }) => id).join(', ')}.`,
  })
}

interface Pair {
  source?: LanguageTag
  target?: LanguageTag
}

const pairOf = ({ source, target }: Pair): Pair => ({ source, target })

/** Every language of a file, which is read for it, and the language that it is written in itself. */
async function languagesIn(input: string, options: ConvertOptions) {
  const { header, entries } = await readGlossary(open(input), readOptions(input, options))
  const met = new Set<LanguageTag>(header.languages ?? [])
  for await (const entry of entries) for (const { language } of entry.languages) met.add(language)
  return { met, own: header.language }
}

/** As asked for; of a file of two languages, those, its own language first. */
async function languagesOf(input: string, options: ConvertOptions): Promise<Pair> {
  if ((options.source && options.target) || input === '-') return options
  const { met, own } = await languagesIn(input, options)
  const named = [options.source, options.target].filter((tag) => tag !== undefined)
  const others = [...met].filter((tag) => tag !== 'und' && !named.includes(tag))
  if (others.length !== 2 - named.length)
    throw new DomainError(
      'invalid-input',
      `The glossary has the languages ${[...met].join(', ')}; the format lists pairs of two.`,
      {
        remedy: 'Choose with --source and --target.',
      },
    )
  const source = options.source ?? others.find((tag) => tag === own) ?? others[0]!
  return { source, target: options.target ?? others.find((tag) => tag !== source)! }
}

function headerWith({ header }: GlossaryReading, { source, target }: Pair): GlossaryReading['header'] {
  return source && target ? { ...header, languages: [source, target] } : header
}

async function* counted(
  { entries }: GlossaryReading,
  tally: { concepts: number; terms: number },
): AsyncIterable<ConceptEntry> {
  for await (const entry of entries) {
    tally.concepts++
    for (const { terms } of entry.languages) tally.terms += terms.length
    yield entry
  }
}

interface Conversion {
  input: string
  output: string
  format: GlossaryFormat
  glossary: GlossaryReading
  tally: { concepts: number; terms: number }
  losses: Loss[]
}

function report({ input, output, format, glossary, tally, losses }: Conversion): void {
  const { dialect, style } = glossary.header
  const read = [dialect, style].filter(Boolean).join(', ') || glossary.format
  const lines = [
    `${tally.concepts} concepts with ${tally.terms} terms: ${input} (${read}) to ${output} (${format.id}).`,
  ]
  for (const { message, line, count } of glossary.warnings)
    lines.push(`warning: ${message}${count > 1 ? ` ${count} times, first` : ''}${line ? ` at line ${line}` : ''}`)
  if (losses.length > 0) lines.push(`What ${format.id} could not carry as it stood:`)
  const width = String(losses[0]?.count ?? 0).length
  for (const { category, what, count } of losses)
    lines.push(`  ${String(count).padStart(width)}  ${what.padEnd(7)}  ${category}`)
  process.stderr.write(lines.join('\n') + '\n')
}
