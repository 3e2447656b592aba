import { DomainError } from '../../shared/errors.js'
import type { ConceptEntry } from '../model/concept-entry.js'
import type { GlossaryReading } from '../model/glossary.js'
import { WarningList } from '../model/warning-list.js'
import { SkosGraph } from './graph.js'
import { addRdfXml } from './rdf-xml.js'
import { addTurtle } from './turtle.js'

/** What addresses without a host are resolved against; it stands in no file. */
const base = 'urn:termloom:file'

/** SKOS in Turtle (or N-Triples): recognised by how its first statements begin. */
export function isTurtle(text: string): boolean {
  const start = text.slice(0, 20_000).replace(/^(\s+|#[^\r\n]*)+/, '')
  return /^(@prefix|@base)\s|^(prefix|base)\s[^\n]*<|^<[^<>\s"]*>\s+(a\s|<|[\w-]*:\w)/i.test(start)
}

export async function readTurtle(text: string, file?: string): Promise<GlossaryReading> {
  refuseTooLarge(text.length, file)
  const graph = new SkosGraph()
  await addTurtle(graph, text, { base, file })
  return reading(graph, 'skos')
}

export function readRdfXml(bytes: Uint8Array, options: { file?: string; encoding?: string }): GlossaryReading {
  refuseTooLarge(bytes.length, options.file)
  const graph = new SkosGraph()
  addRdfXml(graph, bytes, { base, ...options })
  return reading(graph, 'skos')
}

/** A graph is held as a whole, in some twenty times the room of the file. */
const maxLength = 50_000_000

function refuseTooLarge(length: number, file?: string): void {
  if (length <= maxLength) return
  throw new DomainError('too-large', `The vocabulary is larger than ${maxLength} bytes.`, {
    remedy: 'Split it by concept scheme, or export it as TBX.',
    place: { file },
  })
}

function reading(graph: SkosGraph, format: string): GlossaryReading {
  const warnings = new WarningList()
  return {
    format,
    header: graph.header(),
    entries: streamed(graph.entries(base, warnings)),
    backMatter: [],
    warnings: warnings.list,
  }
}

// oxlint-disable-next-line typescript/require-await -- a graph is read at once; readers of streams are asked alike
async function* streamed(entries: Iterable<ConceptEntry>): AsyncIterable<ConceptEntry> {
  yield* entries
}
