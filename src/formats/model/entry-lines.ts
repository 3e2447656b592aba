import type { ConceptEntry } from './concept-entry.js'

const lines = new WeakMap<ConceptEntry, number>()

/** Remembers where an entry begins; beside the entry, because it says nothing about the concept. */
export function atLine(entry: ConceptEntry, line: number): ConceptEntry {
  lines.set(entry, line)
  return entry
}

/** The line of the file where an entry begins, for formats that have lines. */
export function lineOfEntry(entry: ConceptEntry): number | null {
  return lines.get(entry) ?? null
}
