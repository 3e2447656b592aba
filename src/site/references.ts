import type { DataNode } from '../formats/index.js'
import { textOfContent } from '../formats/index.js'
import type { ConceptRecord } from '../releases/release-content.js'

/** Another concept that a concept points to, by the name that files know it by. */
export interface CrossReference {
  target: string
  text: string
}

/** Something outside the glossary. */
export interface OutsideLink {
  address: string
  text: string
  isPicture: boolean
}

/** What a concept and its terms point to. */
export function referencesOf(concept: ConceptRecord): { concepts: CrossReference[]; outside: OutsideLink[] } {
  const terms = concept.languages.flatMap((section) => [section, ...section.terms])
  const nodes = [concept, ...terms].flatMap(({ data }) => flat(data ?? []))
  const concepts = nodes
    .filter(({ category, attributes }) => category === 'crossReference' && attributes?.['target'])
    .map((node) => ({ target: node.attributes!['target']!, text: textOfContent(node.content).trim() }))
  const outside = nodes
    .filter(({ category }) => category === 'externalCrossReference' || category === 'xGraphic')
    .flatMap(({ category, attributes, content }) => {
      const address = webAddress(attributes?.['target'])
      const text = textOfContent(content).trim() || address
      return address ? [{ address, text: text!, isPicture: category === 'xGraphic' }] : []
    })
  return { concepts, outside }
}

function flat(nodes: DataNode[]): DataNode[] {
  return nodes.flatMap((node) => (node.children ? flat(node.children) : [node]))
}

/** Other addresses may be commands to the browser, or files of somebody else's machine. */
function webAddress(text: string | undefined): string | null {
  return text && /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? new URL(text).href : null
}
