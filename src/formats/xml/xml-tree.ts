import { DomainError } from '../../shared/errors.js'
import type { Content, Markup } from '../model/concept-entry.js'
import type { XmlElement } from './xml-reader.js'

/** An element with all that is inside it, for parts of a file that are small. */
export type XmlTree = XmlElement

/** The namespaces whose elements are called by their local names. */
export interface NamespaceSet {
  has(uri: string): boolean
}

export interface XmlTreeLimits {
  file?: string
  /** Characters of the text directly inside one element. */
  maxText: number
  /** Elements in one tree. */
  maxElements: number
  /** Local names of elements that hold elements only: white space in them is layout, other text is told. */
  layout?: ReadonlySet<string>
  onStrayText?(tree: XmlTree): void
}

/** Builds the trees of the elements it is told to `begin` with; `close` hands a tree over when it is complete. */
export class XmlTreeBuilder {
  private readonly open: XmlTree[] = []
  private current: XmlTree | null = null
  private elements = 0
  private textLength = 0

  private inLayout = false
  private readonly layout: ReadonlySet<string>

  constructor(private readonly limits: XmlTreeLimits) {
    this.layout = limits.layout ?? new Set()
  }

  get isBuilding(): boolean {
    return this.current !== null
  }

  begin(element: XmlElement): void {
    if (this.current) {
      this.current.content.push(element)
      this.open.push(this.current)
    } else this.elements = 0
    if (++this.elements > this.limits.maxElements)
      this.refuse(`One entry has more than ${this.limits.maxElements} elements.`, element)
    this.textLength = 0
    this.current = element
    this.inLayout = this.layout.has(element.local)
  }

  text(text: string): void {
    const tree = this.current!
    if (this.inLayout) {
      if (text.trim() !== '') this.limits.onStrayText?.(tree)
      return
    }
    this.textLength += text.length
    if (this.textLength > this.limits.maxText)
      this.refuse(`A text in an element "${tree.local}" has more than ${this.limits.maxText} characters.`, tree)
    const { content } = tree
    const last = content.length - 1
    if (last >= 0 && typeof content[last] === 'string') content[last] += text
    else content.push(text)
  }

  /** The tree that ends here, or null while an outer one is still open. */
  close(): XmlTree | null {
    const tree = this.current!
    this.current = this.open.pop() ?? null
    this.inLayout = this.current !== null && this.layout.has(this.current.local)
    this.textLength = 0
    return this.current ? null : tree
  }

  private refuse(message: string, { line, column }: XmlTree): never {
    throw new DomainError('too-large', message, {
      remedy: 'Check what produced the file: glossaries do not need that.',
      place: { file: this.limits.file, line, column },
    })
  }
}

export function childElements(tree: XmlTree): XmlTree[] {
  return tree.content.filter((part): part is XmlTree => typeof part !== 'string')
}

export function treeText(tree: XmlTree): string {
  return tree.content.map((part) => (typeof part === 'string' ? part : treeText(part))).join('')
}

/** Text and elements as they stand; names of namespaces other than `own` as `{uri}local`. */
export function toContent(tree: XmlTree, own: NamespaceSet): Content {
  const { content } = tree
  if (content.length === 1 && typeof content[0] === 'string') return content as Content
  return content.map((part) => (typeof part === 'string' ? part : toMarkup(part, own)))
}

export function toMarkup(tree: XmlTree, own: NamespaceSet): Markup {
  const name = own.has(tree.uri) ? tree.local : `{${tree.uri}}${tree.local}`
  return { name, attributes: { ...tree.attributes }, content: toContent(tree, own) }
}

/** For elements of elements: the white space between them is layout. */
export function withoutLayout(markup: Markup, mixed: ReadonlySet<string>): Markup {
  if (mixed.has(markup.name)) return markup
  const content = markup.content
    .filter((part) => typeof part !== 'string' || part.trim() !== '')
    .map((part) => (typeof part === 'string' ? part : withoutLayout(part, mixed)))
  return { ...markup, content }
}
