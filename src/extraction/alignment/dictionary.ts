import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SortedLines } from './sorted-lines.js'
import { WordSet } from './word-set.js'

/** A Chinese-English dictionary. Chinese in simplified script; English as the dictionary writes it, keys of `chineseOf` in lower case. */
export interface Dictionary {
  englishOf(chinese: string): readonly string[]
  /** What a broader and looser dictionary adds to that. */
  broadEnglishOf(chinese: string): readonly string[]
  chineseOf(english: string): readonly string[]
  /** Whether English of several words, in lower case, is an entry. */
  listsExpression(english: string): boolean
  /** Names that the dictionary gives this acronym to: SCO → 上海合作组织. */
  namesOf(acronym: string): readonly string[]
}

/** Stands in where no dictionary is installed: extraction works without. */
export const emptyDictionary: Dictionary = {
  englishOf: () => [],
  broadEnglishOf: () => [],
  chineseOf: () => [],
  listsExpression: () => false,
  namesOf: () => [],
}

export const dictionaryFile = path.join('lexica', 'chinese-english.bin')

let loaded: Dictionary | undefined

/** CC-CEDICT and ECDICT as the build compiled them, read once a process; the empty dictionary where it is not there. */
export function loadDictionary(): Dictionary {
  return (loaded ??= read())
}

/** Compiled code lies in dist/src/…, the blob in dist/lexica; sources run by a test find the same dist. */
function read(): Dictionary {
  const up = path.resolve(import.meta.dirname, '../../..')
  const file = [path.join(up, dictionaryFile), path.join(up, 'dist', dictionaryFile)].find((candidate) =>
    existsSync(candidate),
  )
  return file ? dictionaryFrom(readFileSync(file)) : emptyDictionary
}

/**
 * Five tables, each after its length (u32): Chinese → English, English → Chinese, acronym → Chinese, Chinese → English broadly, English
 * expressions.
 */
export function dictionaryFrom(blob: Buffer): Dictionary {
  const tables: Buffer[] = []
  for (let at = 0; at < blob.length;) {
    const length = blob.readUInt32LE(at)
    tables.push(blob.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  const [english, chinese, names, broad] = tables.slice(0, 4).map((table) => new SortedLines(table)) as [
    SortedLines,
    SortedLines,
    SortedLines,
    SortedLines,
  ]
  const expressions = new WordSet(tables[4]!)
  return {
    englishOf: (word) => english.get(word),
    broadEnglishOf: (word) => broad.get(word),
    chineseOf: (phrase) => chinese.get(phrase.toLowerCase()),
    listsExpression: (phrase) => expressions.has(phrase),
    namesOf: (acronym) => names.get(acronym),
  }
}
