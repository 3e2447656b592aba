import { findGlossaryFormat } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'
import { primaryLanguage, requireLanguage, type LanguageTag } from '../shared/language-tag.js'

/** What somebody wants of a release, as asked. */
export interface ExportOptions {
  format: string
  /** The direction; the termbase's own pair when nothing is said. */
  source?: string | undefined
  target?: string | undefined
  /** `all` keeps every language in TBX of 2008, which otherwise holds the pair. */
  languages?: 'pair' | 'all' | undefined
  /** Terms that must not be used: as the format does it when nothing is said. */
  deprecated?: 'keep' | 'leave-out' | undefined
  /** Data categories that the format does not have; left out when nothing is said. */
  unknown?: 'drop' | 'note' | undefined
  /** Of a table: a row per term when nothing is said, or a row per concept. */
  rows?: 'term' | 'concept' | undefined
}

/** Formats that are tables. */
const tables = new Set(['csv', 'tsv', 'xlsx'])

/** The same wish in one way of writing: the same file has one address inside. */
export interface SettledOptions {
  format: string
  source: LanguageTag
  target: LanguageTag
  isMultilingual: boolean
  withoutDeprecated?: boolean
  unknown?: 'drop' | 'note'
  rows?: 'concept'
  /** Such as `tbx-2008 zh en all`. */
  key: string
}

/** @param known the languages of the release and, first, the pair of its termbase */
export function settledOptions(
  options: ExportOptions,
  known: { pair: [LanguageTag, LanguageTag]; languages: LanguageTag[] },
): SettledOptions {
  const { id: format, pairs } = findGlossaryFormat(options.format)
  const all = [...known.pair, ...known.languages]
  const source = options.source === undefined ? known.pair[0] : among(all, options.source, 'source')
  const target = options.target === undefined ? otherThan(source, known.pair) : among(all, options.target, 'target')
  if (source === target)
    throw new DomainError('invalid-input', `“${source}” is the source and the target at once.`, {
      remedy: 'Name two languages.',
      fields: { target: ['must differ from source'] },
    })
  if (options.languages === 'all' && pairs)
    throw new DomainError('invalid-input', `The format ${format} lists pairs of two languages.`, {
      remedy: 'Choose a direction by source and target, or another format.',
      fields: { languages: ['must be pair for this format'] },
    })
  if (options.rows && !tables.has(format))
    throw new DomainError('invalid-input', `The format ${format} is no table.`, {
      remedy: `Choose ${[...tables].join(', ')}, or leave “rows” out.`,
      fields: { rows: ['is for tables only'] },
    })
  const isMultilingual = options.languages === 'all'
  const { deprecated, unknown, rows } = options
  const byConcept = rows === 'concept'
  const choices = [deprecated, unknown === 'note' && 'note', byConcept && 'by-concept']
  const key = [format, source, target, isMultilingual && 'all', ...choices]
  return {
    format,
    source,
    target,
    isMultilingual,
    ...(deprecated && { withoutDeprecated: deprecated === 'leave-out' }),
    ...(unknown && { unknown }),
    ...(byConcept && { rows }),
    key: key.filter(Boolean).join(' '),
  }
}

/** The language as the release has it: exactly, else the first that is the same language. */
function among(known: LanguageTag[], wanted: string, field: 'source' | 'target'): LanguageTag {
  const tag = requireLanguage(wanted, field)
  const found = known.find((one) => one === tag) ?? known.find((one) => primaryLanguage(one) === primaryLanguage(tag))
  if (found) return found
  throw new DomainError('invalid-input', `The release has no term in “${wanted}”.`, {
    remedy: `Choose among ${[...new Set(known)].join(', ')}.`,
    fields: { [field]: ['is not a language of this release'] },
  })
}

function otherThan(source: LanguageTag, [first, second]: [LanguageTag, LanguageTag]): LanguageTag {
  return source === second ? first : second
}
