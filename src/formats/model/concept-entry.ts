import type { LanguageTag } from '../../shared/language-tag.js'

/** An element as it stood inside a text: `<hi type="bold">…</hi>`. Names of foreign namespaces are written `{uri}local`. */
export interface Markup {
  name: string
  attributes: Record<string, string>
  content: Content
}

/** Text with the elements inside it, in order. Plain text is one string. */
export type Content = (string | Markup)[]

/**
 * A data category where it stands (ISO 30042). `element` is its meta data category as in TBX 3 DCA: descrip, admin,
 * termNote, note, ref, xref, transac, date …, whatever style it was read from. A group (`descripGrp` …) has children,
 * its head first; anything else has content. An element that TBX does not know keeps its own name and content.
 */
export interface DataNode {
  element: string
  /** `type` in DCA, the element's name in DCT: partOfSpeech, definition … */
  category?: string
  /** As written, without `type`: id, target, xml:lang, datatype. */
  attributes?: Record<string, string>
  content?: Content
  children?: DataNode[]
}

export interface Term {
  /** Trimmed, runs of white space made one space. */
  text: string
  /** Only when the term is more than its text: markup, or white space as it stood. */
  content?: Content
  /** Of the element `term`. */
  termAttributes?: Record<string, string>
  /** Of the term section. */
  attributes?: Record<string, string>
  nodes: DataNode[]
}

export interface LanguageSection {
  language: LanguageTag
  /** The code as it stood, when that was not the canonical one. */
  languageAsWritten?: string
  attributes?: Record<string, string>
  nodes: DataNode[]
  terms: Term[]
}

/** The three levels of a concept: what all glossary formats are read into and written from. */
export interface ConceptEntry {
  /** As it stood; formats that allow fewer characters encode it. */
  id: string
  attributes?: Record<string, string>
  nodes: DataNode[]
  languages: LanguageSection[]
}

export type Level = 'concept' | 'language' | 'term'

/** The characters of a text without its markup. */
export function textOfContent(content: Content | undefined): string {
  return (content ?? []).map((part) => (typeof part === 'string' ? part : textOfContent(part.content))).join('')
}

/** Trimmed, runs of white space made one space: how values are compared and shown. */
export function plainText(text: string): string {
  return /^\s|\s\s|[^\S ]|\s$/.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text
}

/** The value of a node as it is compared and shown. */
export function valueOf(node: DataNode): string {
  return plainText(textOfContent(node.content))
}
