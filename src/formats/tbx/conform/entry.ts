import { canonicalLanguage } from '../../../shared/language-tag.js'
import { findCategory } from '../../model/categories.js'
import type { ConceptEntry, Content, DataNode, LanguageSection, Term } from '../../model/concept-entry.js'
import type { LossReport } from '../../model/glossary.js'
import { languagePattern } from '../grammar/fit.js'
import { attributesWith, conformId, termAttributesWith } from './attributes.js'
import { conformContent } from './content.js'
import { categoryName, type ConformContext } from './context.js'
import { inCoreStructure } from './core-structure.js'
import { conformNodes } from './nodes.js'
import { partition } from './partition.js'

/** The entry as the dialect allows it, or null when no term is left. Whatever had to give is counted. */
export function conform(entry: ConceptEntry, context: ConformContext): ConceptEntry | null {
  const { losses, ids } = context
  const languages = mergeLanguages(entry.languages, losses).filter(({ terms }) => terms.length > 0)
  if (languages.length === 0) {
    losses.add('concept without a term')
    return null
  }
  if (ids.isDefined(entry.id)) losses.add('duplicate concept id', 'changed')
  const id = ids.define(entry.id)
  conformId(entry.attributes, context)
  const conformed = {
    id,
    nodes: conformNodes(entry.nodes, 'concept', context),
    languages: languages.map((section) => conformSection(section, context)),
  }
  return context.dialect.open ? inCoreStructure(conformed, losses) : conformed
}

/** Terms without text are nothing; sections of one language are one. */
function mergeLanguages(sections: LanguageSection[], losses: LossReport): LanguageSection[] {
  const merged = new Map<string, LanguageSection>()
  for (const section of sections) {
    if (section.terms.length === 0) losses.add('language section without a term')
    const terms = section.terms.filter(({ text }) => text !== '')
    if (terms.length < section.terms.length) losses.add('empty term', 'dropped', section.terms.length - terms.length)
    const key =
      section.language === 'und'
        ? (section.languageAsWritten ?? '')
        : (canonicalLanguage(section.language) ?? section.language)
    const first = merged.get(key)
    if (first) losses.add('second section of one language', 'moved')
    merged.set(key, {
      ...section,
      ...first,
      nodes: [...(first?.nodes ?? []), ...section.nodes],
      terms: [...(first?.terms ?? []), ...terms],
    })
  }
  return [...merged.values()]
}

function conformSection(section: LanguageSection, context: ConformContext): LanguageSection {
  const lifted: DataNode[] = []
  const terms = section.terms.map((term) => conformTerm(term, lifted, context))
  const language = conformLanguage(section.languageAsWritten ?? section.language, context)
  conformId(section.attributes, context)
  return { language, nodes: conformNodes([...section.nodes, ...lifted], 'language', context), terms }
}

function conformLanguage(written: string, { losses }: ConformContext): string {
  if (languagePattern.test(written)) return written
  losses.add(`language code ${written}`, 'changed')
  return canonicalLanguage(written) ?? 'und'
}

function conformTerm(term: Term, lifted: DataNode[], context: ConformContext): Term {
  const [atLanguage, nodes] = partition(term.nodes, (node) => movesUp(node, context))
  for (const node of atLanguage) {
    context.losses.add(`${categoryName(node)} at term level`, 'moved')
    lifted.push(node)
  }
  const content = term.content && conformContent(term.content, context, { within: 'term' })
  return {
    text: term.text,
    ...(content && !isPlain(content, term.text) && { content }),
    ...attributesWith(conformId(term.attributes, context)),
    ...termAttributesWith(conformId(term.termAttributes, context)),
    nodes: conformNodes(nodes, 'term', context),
  }
}

const isPlain = (content: Content, text: string): boolean => content.length === 1 && content[0] === text

/** Some files define terms, where the standard has concepts defined. The definition is worth keeping. */
function movesUp(node: DataNode, { dialect }: ConformContext): boolean {
  const head = node.children?.[0] ?? node
  const category = dialect.categories.get(findCategory(head.category)?.name ?? '')
  return !dialect.open && category?.name === 'definition' && category.element === head.element
}
