import type { LanguageTag } from '../../shared/language-tag.js'
import { categoryOfField } from '../multiterm/fields.js'
import { columns } from './columns.js'
import { languageNames, languageOfTitle } from './language-names.js'

/** What other programs and people call the columns; compared in lower case without spaces, hyphens, underscores. */
const titles: Record<string, string[]> = {
  concept: ['id', 'concept id', 'entry', 'entry id', 'entry number', 'no.', 'nr.', '#', '编号', '序号', '編號', '番号'],
  language: [
    'lang',
    'language code',
    'locale',
    'Sprache',
    'langue',
    'idioma',
    'lingua',
    'язык',
    '语言',
    '語言',
    '言語',
  ],
  term: [
    'terms',
    'word',
    'phrase',
    'expression',
    'Benennung',
    'Terminus',
    'terme',
    'término',
    'termine',
    'termo',
    'термин',
    '术语',
    '術語',
    '词条',
    '詞條',
    '词语',
    '用語',
    '용어',
  ],
  administrativeStatus: ['usage status', 'term status', 'approved', 'forbidden status'],
  partOfSpeech: ['pos', 'word class', '词性', '詞性', '品詞'],
  definitionSource: ['source of definition', 'definition reference', '定义来源', '定義來源'],
  contextSource: ['source of context', 'example source', '例句来源'],
  conceptNote: ['concept note', 'entry note', 'concept comment'],
  context: ['example', 'example of use', 'usage example', 'sample sentence', '例句', '例文', '示例'],
}

const key = (title: string): string => title.toLowerCase().replaceAll(/[\s_-]/g, '')

const byTitle = new Map(
  [...columns.map(({ title }) => [title, [title]] as const), ...Object.entries(titles)].flatMap(([name, written]) =>
    written.map((title) => [key(title), name] as const),
  ),
)

/** What a title says: a field, a language, or both (`Definition (EN)`, `英文定义`, `zh term`). */
export interface TitleReading {
  /** A name of `columns`. */
  field: string | null
  language: LanguageTag | null
  /** `Source term`, `target`: the language is the one that the reader was told. */
  side: 'source' | 'target' | null
}

export function readTitle(title: string): TitleReading | null {
  const plain = title.normalize('NFKC').trim()
  if (plain === '') return null
  const known = fieldOf(plain)
  if (known && known !== 'source') return { field: known, language: null, side: null }
  const side = /^(source|target)([\s_-]*(term|text|language))?$/i.exec(plain)?.[1]?.toLowerCase()
  if (side) return { field: 'term', language: null, side: side as 'source' | 'target' }
  if (known) return { field: known, language: null, side: null }
  const language = languageOfTitle(plain)
  if (language) return { field: null, language, side: null }
  return withAffix(plain)
}

function fieldOf(title: string): string | null {
  const own = byTitle.get(key(title))
  if (own) return own
  const category = categoryOfField(title)
  return category && columns.some(({ title }) => title === category) ? category : null
}

/** A language before or after a field: by code with something between, by name also without. */
function withAffix(title: string): TitleReading | null {
  for (const [language, field] of parts(title)) {
    const tag = languageOfTitle(language)
    const known = fieldOf(field)
    if (tag && known) return { field: known, language: tag, side: null }
  }
  return null
}

function* parts(title: string): Iterable<[language: string, field: string]> {
  const bracketed = /^(.+?)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/.exec(title)
  if (bracketed) {
    yield [bracketed[2]!, bracketed[1]!]
    yield [bracketed[1]!, bracketed[2]!]
  }
  for (const separator of title.matchAll(/[\s:_./-]+/g)) {
    const [before, after] = [title.slice(0, separator.index), title.slice(separator.index + separator[0].length)]
    yield [before, after]
    yield [after, before]
  }
  for (const name of languageNames().keys()) {
    if (name.length >= title.length || /[a-z]/.test(name)) continue
    if (title.startsWith(name)) yield [name, title.slice(name.length)]
    if (title.endsWith(name)) yield [name, title.slice(0, -name.length)]
  }
}
