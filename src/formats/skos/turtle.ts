import type { Term } from 'n3'
import { DomainError } from '../../shared/errors.js'
import type { RdfObject, SkosGraph } from './graph.js'

/** The statements of a text in Turtle, TriG or N-Triples. The parser is loaded when the first such file comes. */
export async function addTurtle(
  graph: SkosGraph,
  text: string,
  { base, file }: { base: string; file?: string },
): Promise<void> {
  const { Parser } = await import('n3')
  const parser = new Parser({ baseIRI: base })
  await new Promise<void>((resolve, reject) => {
    parser.parse(text, (error, quad) => {
      if (error) reject(brokenTurtle(error, file))
      else if (quad) graph.add(quad.subject.value, quad.predicate.value, objectOf(quad.object))
      else resolve()
    })
  })
}

function objectOf(object: Term): RdfObject {
  if (object.termType !== 'Literal') return { iri: object.value }
  return { text: object.value, ...(object.language && { language: object.language }) }
}

function brokenTurtle(error: Error & { context?: { line?: number } }, file?: string): DomainError {
  const line = error.context?.line
  const message = error.message.replace(/ on line \d+\.?$/, '')
  return new DomainError('unreadable-file', `The file is not well-formed Turtle: ${message}.`, {
    remedy: 'Mend the file at that line, or export it again; if it ends there, it was cut off.',
    place: { file, line },
  })
}
