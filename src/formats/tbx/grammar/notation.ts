/**
 * Grammars of XML vocabularies in a notation of their own, one line an element:
 *
 *     termSec: 'id:ID | term (termNote|termNoteGrp)* AUX*'
 *
 * Before the bar the attributes: `!` required, `:` a type or `=` the values. After it the content: a sequence of names or
 * choices with `?`, `*`, `+`; or `TEXT`; or `MIXED` with the elements that may stand inside the text; or `EMPTY`.
 * Names in capitals are abbreviations. All content models here are sequences that can be followed name by name.
 */
export interface ElementRule {
  attributes: Map<string, AttributeRule>
  content: ContentRule
}

export interface AttributeRule {
  required: boolean
  type: 'string' | 'ID' | 'IDREF' | 'language' | 'dialect'
  values?: string[]
}

export type ContentRule =
  | { kind: 'empty' }
  | { kind: 'mixed'; allowed: Set<string> }
  | { kind: 'sequence'; steps: Step[] }

/** Up to `max` elements of these names, at least `min`. */
export interface Step {
  names: Set<string>
  min: number
  max: number
}

export interface Grammar {
  root: string
  elements: Map<string, ElementRule>
}

export interface GrammarSource {
  root: string
  /** NAME -> what it stands for. */
  abbreviations: Record<string, string>
  elements: Record<string, string>
}

export function grammarOf({ root, abbreviations, elements }: GrammarSource): Grammar {
  const rules = Object.entries(elements).map(
    ([name, source]) => [name, elementRule(expand(source, abbreviations))] as const,
  )
  return { root, elements: new Map(rules) }
}

function expand(source: string, abbreviations: Record<string, string>): string {
  const expanded = source.replaceAll(/\b[A-Z]{3,}\b/g, (name) => abbreviations[name] ?? name)
  return expanded === source ? source : expand(expanded, abbreviations)
}

/** The rule of one element, without abbreviations. */
export function elementRule(source: string): ElementRule {
  const bar = source.indexOf('| ')
  const [attributes, content] = bar === -1 ? [source, ''] : [source.slice(0, bar), source.slice(bar + 2)]
  return {
    attributes: new Map(words(attributes).map(attributeRule)),
    content: contentRule(content.trim()),
  }
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

function attributeRule(source: string): [string, AttributeRule] {
  const required = source.endsWith('!')
  const [name, values] = source.replace('!', '').split('=')
  const typed = /^(.+?):(ID|IDREF|language|dialect)$/.exec(name!)
  const type = (typed?.[2] ?? 'string') as AttributeRule['type']
  return [typed?.[1] ?? name!, { required, type, ...(values && { values: values.split('|') }) }]
}

function contentRule(source: string): ContentRule {
  if (source === 'EMPTY') return { kind: 'empty' }
  if (source.startsWith('TEXT')) return { kind: 'mixed', allowed: new Set() }
  if (source.startsWith('MIXED')) return { kind: 'mixed', allowed: new Set(source.slice(5).trim().split('|')) }
  return { kind: 'sequence', steps: words(source).map(step) }
}

function step(source: string): Step {
  const sign = /[?*+]$/.exec(source)?.[0] ?? ''
  const names = source
    .replace(/[?*+]$/, '')
    .replaceAll(/[()]/g, '')
    .split('|')
  return {
    names: new Set(names),
    min: sign === '?' || sign === '*' ? 0 : 1,
    max: sign === '*' || sign === '+' ? Infinity : 1,
  }
}
