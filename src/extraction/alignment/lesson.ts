import { gunzipSync, gzipSync } from 'node:zlib'
import type { LanguageTag } from '../../shared/language-tag.js'

/**
 * What a document taught of its words: which translate which, as stems of the asking and of the answering side. Alignment hears it like a
 * dictionary when it learns the next document, and knows at its first glance what took rounds before.
 */
export interface Lesson {
  /** Of the asking and of the answering side. */
  languages: LessonLanguages
  entries: LessonEntry[]
}

export interface LessonLanguages {
  source: LanguageTag
  target: LanguageTag
}

/** Words believed to answer each other `seen` times; `worth`, 0..1, is that over √(times source · times target). */
export interface LessonEntry {
  source: string
  target: string
  worth: number
  seen: number
}

/** What is seen less often teaches nothing. */
export const leastSeen = 0.9
/** What answers each other less regularly is chance. */
export const leastWorth = 0.1
/** Entries of one lesson; the most regular ones are kept. */
const longestLesson = 60_000

/** The strongest entries, in an order that does not depend on how they were found. */
export function lessonOf(languages: LessonLanguages, entries: Iterable<LessonEntry>): Lesson {
  const sorted = [...entries].toSorted(
    (one, other) =>
      strength(other) - strength(one) || compare(one.source, other.source) || compare(one.target, other.target),
  )
  return { languages, entries: sorted.slice(0, longestLesson) }
}

const strength = ({ worth, seen }: LessonEntry): number => worth * Math.log2(1 + seen)
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** What they teach as one, of these languages: worths are means, weighted by how often each was seen. */
export function together(languages: LessonLanguages, lessons: Iterable<Lesson>): Lesson {
  const all = new Map<string, LessonEntry>()
  for (const lesson of lessons) {
    if (lesson.languages.source !== languages.source || lesson.languages.target !== languages.target) continue
    for (const entry of lesson.entries) {
      const key = `${entry.source}\t${entry.target}`
      const known = all.get(key)
      if (!known) all.set(key, { ...entry })
      else {
        known.worth = (known.worth * known.seen + entry.worth * entry.seen) / (known.seen + entry.seen)
        known.seen += entry.seen
      }
    }
  }
  return { languages, entries: [...all.values()] }
}

/** A line with the languages, then source, target, hundredths and times of each entry, packed: about ten bytes an entry. */
export function packLesson({ languages, entries }: Lesson): Uint8Array<ArrayBuffer> {
  const lines = entries.map(
    ({ source, target, worth, seen }) => `${source}\t${target}\t${Math.round(100 * worth)}\t${Math.round(seen)}`,
  )
  return new Uint8Array(gzipSync([`${languages.source}\t${languages.target}`, ...lines].join('\n')))
}

export function unpackLesson(packed: Uint8Array): Lesson {
  const [head, ...lines] = gunzipSync(packed).toString().split('\n')
  const [source, target] = head!.split('\t') as [LanguageTag, LanguageTag]
  return {
    languages: { source, target },
    entries: lines.map((line) => {
      const [from, to, worth, seen] = line.split('\t')
      return { source: from!, target: to!, worth: Number(worth) / 100, seen: Number(seen) }
    }),
  }
}

/** What lessons say of two words by number, 0..1: a thing seen once says half of what one seen often does. */
export function heardIn(
  { entries }: Lesson,
  numberOf: { source: (stem: string) => number | undefined; target: (stem: string) => number | undefined },
): (source: number, target: number) => number {
  const rows = new Map<number, Map<number, number>>()
  for (const { source, target, worth, seen } of entries) {
    const [row, column] = [numberOf.source(source), numberOf.target(target)]
    if (row === undefined || column === undefined) continue
    let columns = rows.get(row)
    if (!columns) rows.set(row, (columns = new Map()))
    columns.set(column, (worth * seen) / (seen + 1))
  }
  return (source, target) => rows.get(source)?.get(target) ?? 0
}
