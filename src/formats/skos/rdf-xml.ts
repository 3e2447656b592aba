import { xmlReader, type XmlElement } from '../xml/xml-reader.js'
import type { SkosGraph } from './graph.js'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

interface RdfXmlOptions {
  base: string
  file?: string
  encoding?: string
}

/** Nodes and properties take turns as elements do inside each other. */
type Frame =
  | { kind: 'node'; subject: string; language?: string }
  | { kind: 'property'; predicate: string; subject: string; text: string; told: boolean; language?: string }
  | { kind: 'root'; language?: string }

/** The statements of RDF/XML (W3C, 2014), but reification, containers and the content of XML literals. */
export function addRdfXml(graph: SkosGraph, bytes: Uint8Array, { base, file, encoding }: RdfXmlOptions): void {
  const frames: Frame[] = []
  let nameless = 0

  const addressed = (value: string): string => {
    if (value.startsWith('#') || value === '') return base + value
    return value
  }
  const subjectOf = ({ attributes }: XmlElement): string => {
    const own = (name: string) => attributes[`{${rdf}}${name}`]
    if (own('about') !== undefined) return addressed(own('about')!)
    if (own('ID') !== undefined) return `${base}#${own('ID')}`
    return `_:${own('nodeID') ?? `x${++nameless}`}`
  }
  const openNode = (element: XmlElement, language?: string): string => {
    const subject = subjectOf(element)
    const type = element.uri + element.local
    if (type !== `${rdf}Description`) graph.add(subject, `${rdf}type`, { iri: type })
    addAttributes(graph, subject, element, language)
    frames.push({ kind: 'node', subject, language })
    return subject
  }
  const openProperty = (element: XmlElement, subject: string, language?: string): void => {
    const { attributes } = element
    const predicate = element.uri + element.local
    const resource = attributes[`{${rdf}}resource`]
    const nodeId = attributes[`{${rdf}}nodeID`]
    const iri = resource === undefined ? nodeId && `_:${nodeId}` : addressed(resource)
    if (iri !== undefined) graph.add(subject, predicate, { iri })
    frames.push({ kind: 'property', predicate, subject, text: '', told: iri !== undefined, language })
    if (attributes[`{${rdf}}parseType`] === 'Resource') {
      const inner = `_:x${++nameless}`
      graph.add(subject, predicate, { iri: inner })
      ;(frames.at(-1) as { told: boolean }).told = true
      frames.push({ kind: 'node', subject: inner, language })
    }
  }
  const open = (element: XmlElement): void => {
    const parent = frames.at(-1)
    const language = element.attributes['xml:lang'] ?? parent?.language
    if (!parent && element.uri === rdf && element.local === 'RDF') frames.push({ kind: 'root', language })
    else if (parent?.kind === 'node') openProperty(element, parent.subject, language)
    else {
      const subject = openNode(element, language)
      if (parent?.kind !== 'property') return
      parent.told = true
      graph.add(parent.subject, parent.predicate, { iri: subject })
    }
  }
  const close = (element: XmlElement): void => {
    let frame = frames.pop()
    // A property of parseType "Resource" put two frames in place of one element.
    if (frame?.kind === 'node' && element.attributes[`{${rdf}}parseType`] === 'Resource') frame = frames.pop()
    if (frame?.kind !== 'property' || frame.told) return
    const { subject, predicate, text, language } = frame
    graph.add(subject, predicate, { text, ...(language && { language }) })
  }
  const text = (text: string): void => {
    const frame = frames.at(-1)
    if (frame?.kind === 'property') frame.text += text
  }
  const reader = xmlReader({ open, close, text }, { file, encoding })
  reader.write(bytes)
  reader.end()
}

/** A property may be written as an attribute. */
function addAttributes(graph: SkosGraph, subject: string, { attributes }: XmlElement, language?: string): void {
  for (const [name, text] of Object.entries(attributes)) {
    const [, uri, local] = /^\{(.*)\}(.*)$/.exec(name) ?? []
    if (!uri || uri === rdf) continue
    graph.add(subject, uri + local, { text, ...(language && { language }) })
  }
}
