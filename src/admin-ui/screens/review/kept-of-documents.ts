import type { Evidence } from '../../api/types.js'

export interface KeptOfDocument {
  documentId: string
  documentName: string
  /** The shortest form in which the term stands there: what a search for all of them asks for. */
  form: string
}

/** The documents that the evidence kept comes from, each with what to search it for. */
export function keptOfDocuments(evidence: readonly Evidence[]): KeptOfDocument[] {
  const byDocument = new Map<string, KeptOfDocument>()
  for (const { documentId, documentName, source } of evidence) {
    const form = source.text.slice(source.start, source.end)
    const known = byDocument.get(documentId)
    if (!known || form.length < known.form.length) byDocument.set(documentId, { documentId, documentName, form })
  }
  return [...byDocument.values()]
}
