import type { LanguageTag } from '../../shared/language-tag.js'
import { languageNamed } from './columns.js'

export interface NamedPair {
  source: string
  target: string
}

export interface PairedNames {
  pairs: NamedPair[]
  /** Files that name one of the two languages and have no counterpart in the other. */
  halves: string[]
  /** Files that name neither. */
  others: string[]
}

/** Files that hold both languages already. */
const bilingual = /\.(tmx|xlf|xliff|sdlxliff|mqxliff|tsv|tab|po|xlsx|zip)$/i

/**
 * Which files translate each other, by names that differ only in a language: `report.zh.docx` and `report.en.docx`,
 * `zh/report.txt` and `en/report.txt`, `corpus.zh` and `corpus.en`, `报告_中文.txt` and `报告_英文.txt`.
 */
export function pairByName(names: string[], languages: { source: LanguageTag; target: LanguageTag }): PairedNames {
  const marks = new Map(names.map((name) => [name, bilingual.test(name) ? [] : marksIn(name, languages)]))
  const targets = new Map<string, string>()
  for (const name of names.toReversed())
    for (const { key, side } of marks.get(name)!) if (side === 'target') targets.set(key, name)
  const pairs: NamedPair[] = []
  const taken = new Set<string>()
  for (const source of names) {
    const key = marks
      .get(source)!
      .filter(({ side }) => side === 'source')
      .map(({ key }) => key)
      .find((key) => targets.has(key) && !taken.has(targets.get(key)!) && targets.get(key) !== source)
    const target = key && targets.get(key)
    if (!target || taken.has(source)) continue
    pairs.push({ source, target })
    taken.add(source).add(target)
  }
  const rest = names.filter((name) => !taken.has(name))
  return {
    pairs,
    halves: rest.filter((name) => marks.get(name)!.length > 0),
    others: rest.filter((name) => marks.get(name)!.length === 0),
  }
}

interface Mark {
  /** The name with a hole where it named the language. */
  key: string
  side: 'source' | 'target'
}

/** Parts of a name between dots, dashes, spaces and folders; a code with a region is one part. The last mark is the likeliest. */
function marksIn(name: string, languages: { source: LanguageTag; target: LanguageTag }): Mark[] {
  const marks: Mark[] = []
  let end = 0
  for (const { 0: word, index } of name.matchAll(/[^./\\_\-\s()[\]]+/g)) {
    // Already part of a code with a region.
    if (index < end) continue
    const part = [codeAt(name, index), word].find((part) => part && languageNamed(part, languages))
    if (!part) continue
    end = index + part.length
    // One ending may differ from the other: report.zh.doc answers report.en.docx.
    const key = `${name.slice(0, index)}*${name.slice(end)}`.toLowerCase().replace(/\.(docx?|txt|md|pdf)$/, '')
    marks.unshift({ key, side: languageNamed(part, languages)! })
  }
  return marks
}

/** `zh-CN`, where one begins here. */
function codeAt(name: string, index: number): string | undefined {
  return /^[a-z]{2,3}[-_](?:[a-z]{2,4}|\d{3})(?![a-z\d])/i.exec(name.slice(index, index + 10))?.[0]
}
