import { findCategory, standardValue, type Category } from '../../model/categories.js'
import { plainText, type Level } from '../../model/concept-entry.js'
import { standardDate } from '../conform/dates.js'
import type { Dialect } from '../dialects.js'
import { choice, type OpenElement, type Report } from './structure.js'

/** Elements that carry a data category. */
const carriers = new Set(['descrip', 'admin', 'termNote', 'ref', 'xref', 'transac', 'transacNote'])

const levels: Record<string, Level> = {
  conceptEntry: 'concept',
  termEntry: 'concept',
  langSec: 'language',
  langSet: 'language',
  termSec: 'term',
  tig: 'term',
  ntig: 'term',
  termGrp: 'term',
}

const levelNames: Record<Level, string> = {
  concept: 'concept entry',
  language: 'language section',
  term: 'term section',
}

/** Checks data categories by the dialect: their names, where they stand, and what they say. */
export class CategoryCheck {
  constructor(
    private readonly dialect: Dialect,
    private readonly report: Report,
  ) {}

  /** @param parents the open elements around it, outermost first */
  open(open: OpenElement, parents: OpenElement[]): void {
    if (!carriers.has(open.name)) return
    const name = categoryName(open, this.dialect)
    if (name === undefined) {
      this.report(
        open.element,
        'category',
        `"${open.name}" is DCA style; in DCT a data category is an element of its module.`,
      )
      return
    }
    if (name === null) return
    if (name === '') this.report(open.element, 'category', `"${open.name}" does not name its data category.`)
    const category = this.dialect.categories.get(name)
    if (!category || category.element !== open.name) {
      if (name !== '') this.unknown(name, open, category)
      return
    }
    this.checkLevel(category, open, parents)
    this.checkTarget(category, open)
  }

  close(open: OpenElement, text: string): void {
    if (open.name === 'date') this.checkDate(open, text)
    if (!carriers.has(open.name)) return
    const category = this.dialect.categories.get(categoryName(open, this.dialect) ?? '')
    if (category?.values && category.element === open.name && !category.values.includes(text))
      this.report(
        open.element,
        'picklist',
        `${category.name} "${plainText(text)}" must be ${choice(category.values)}.`,
        meant(category, plainText(text)),
      )
  }

  private unknown(name: string, open: OpenElement, category: Category | undefined): void {
    const message = category
      ? `${name} is written as ${category.element}, not as ${open.name}.`
      : `${this.dialect.name} has no ${open.name} "${name}"${otherEdition(name)}.`
    this.report(open.element, 'category', message)
  }

  private checkLevel(category: Category, open: OpenElement, parents: OpenElement[]): void {
    const parent = parents.at(-1)
    const group = parent?.name.endsWith('Grp') && parent.name !== 'termGrp' ? parent : undefined
    const outer = group ? parents.at(-2) : parent
    const level = levels[outer?.name ?? '']
    if (group && !category.grouped) this.report(open.element, 'level', `${category.name} may not stand in a group.`)
    else if (!level) {
      if (!outer?.name.endsWith('Grp')) return
      this.report(open.element, 'level', `${category.name} stands in a group inside a group.`)
    } else if (!category.levels.includes(level)) {
      const allowed = category.levels.map((level) => levelNames[level]).join(' or ')
      this.report(
        open.element,
        'level',
        `${category.name} stands in a ${levelNames[level]}; it belongs to a ${allowed}.`,
      )
    }
  }

  private checkTarget(category: Category, { element }: OpenElement): void {
    const target = element.attributes['target']
    if (category.external && target !== undefined && !/^https?:\/\/./.test(target))
      this.report(element, 'sense', `${category.name} leads to "${target}", which is no http address.`)
    if (category.element === 'ref' && target === undefined)
      this.report(element, 'sense', `${category.name} leads nowhere: it has no target.`)
  }

  private checkDate(open: OpenElement, text: string): void {
    const date = plainText(text)
    if (standardDate(date, this.dialect.datesOnly) !== date)
      this.report(
        open.element,
        'value',
        `"${date}" is no date such as ${this.dialect.datesOnly ? '2024-05-31' : '2024-05-31 or 2024-05-31T10:00:00Z'}.`,
      )
  }
}

/** The value that was meant, when it is known. */
function meant(category: Category, written: string): string | undefined {
  const value = standardValue(category, written)
  return value === null ? undefined : `Write "${value}".`
}

/** For a name that another edition gives to a category that is here. */
function otherEdition(name: string): string {
  const known = findCategory(name)
  return known && known.name !== name ? `; here it is "${known.name}", another edition has that name` : ''
}

/** The category of an element; undefined for one of the core in DCT, null where the type is missing, which is told elsewhere. */
function categoryName({ element, name }: OpenElement, { style }: Dialect): string | undefined | null {
  if (style === 'dct') return element.local === name ? undefined : element.local
  return element.attributes['type'] ?? null
}
