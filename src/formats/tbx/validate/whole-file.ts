import { canonicalLanguage } from '../../../shared/language-tag.js'
import { plainText } from '../../model/concept-entry.js'
import type { OpenElement, Report } from './structure.js'

/** An XML name without colon, as an id must be. */
const idPattern = /^[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*$/u

const entries = new Set(['conceptEntry', 'termEntry'])
const sections = new Set(['langSec', 'langSet'])

/** Checks what only the whole file can tell: ids and what points to them; and what no schema asks: empty terms, a language twice. */
export class WholeFileCheck {
  entryCount = 0
  termCount = 0
  private readonly ids = new Set<string>()
  private readonly targets: { id: string; line: number; column: number; from: string }[] = []
  private languages = new Set<string>()

  constructor(private readonly report: Report) {}

  open({ name, element, rule }: OpenElement): void {
    for (const [attribute, { type }] of rule?.attributes ?? []) {
      const value = element.attributes[attribute]
      if (value === undefined) continue
      if (type === 'ID') this.define(value, element)
      if (type === 'IDREF') this.targets.push({ id: value, line: element.line, column: element.column, from: name })
    }
    if (entries.has(name)) this.beginEntry()
    if (sections.has(name)) this.beginSection(element)
  }

  close(open: OpenElement, text: string): void {
    if (open.name !== 'term') return
    this.termCount++
    if (plainText(text) === '') this.report(open.element, 'sense', 'The term is empty.')
  }

  end(): void {
    for (const { id, from, ...at } of this.targets)
      if (!this.ids.has(id)) this.report(at, 'id', `"${from}" points to "${id}", which nothing in the file has for id.`)
  }

  private define(id: string, at: { line: number; column: number }): void {
    if (!idPattern.test(id))
      this.report(at, 'id', `The id "${id}" is no XML name: it must begin with a letter and hold no space.`)
    else if (this.ids.has(id)) this.report(at, 'id', `The id "${id}" was there before.`)
    this.ids.add(id)
  }

  private beginEntry(): void {
    this.entryCount++
    this.languages = new Set()
  }

  private beginSection(element: { line: number; column: number; attributes: Record<string, string> }): void {
    const written = element.attributes['xml:lang']
    if (written === undefined) return
    const language = canonicalLanguage(written)
    if (!language) this.report(element, 'sense', `"${written}" is no language code that is known.`)
    if (this.languages.has(language ?? written))
      this.report(element, 'sense', `The entry has a second section in "${written}".`)
    this.languages.add(language ?? written)
  }
}
