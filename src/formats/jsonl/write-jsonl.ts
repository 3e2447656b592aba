import { isDeepStrictEqual } from 'node:util'
import type { ConceptEntry } from '../model/concept-entry.js'
import type { Glossary } from '../model/glossary.js'
import { fromConceptEntry, toConceptEntry, type PlainConcept } from '../model/plain-concept.js'

/**
 * One JSON object a line: the header, the concepts in plain fields, the back matter if there is any. Nodes are written
 * only where the fields do not say everything, so that nothing is lost and little is said twice.
 */
export async function* writeJsonl(glossary: Glossary): AsyncIterable<string> {
  yield line({ glossary: glossary.header })
  for await (const entry of glossary.entries) yield line(toRecord(entry))
  if (glossary.backMatter?.length) yield line({ backMatter: glossary.backMatter })
}

const line = (record: object): string => JSON.stringify(record) + '\n'

function toRecord(entry: ConceptEntry): PlainConcept {
  const plain = withoutNulls(fromConceptEntry(entry))
  const fields = withoutNodes(plain)
  return isDeepStrictEqual(toConceptEntry(fields), entry) ? fields : plain
}

function withoutNodes({ nodes: _, languages, ...concept }: PlainConcept): PlainConcept {
  return {
    ...concept,
    languages: languages.map(({ nodes: _, terms, ...section }) => ({
      ...section,
      terms: terms.map(({ nodes: _, ...term }) => term),
    })),
  }
}

function withoutNulls({ languages, ...concept }: PlainConcept): PlainConcept {
  return {
    ...said(concept),
    languages: languages.map(({ terms, ...section }) => ({ ...said(section), terms: terms.map(said) })),
  }
}

function said<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T
}
