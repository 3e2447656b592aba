import { DomainError } from '../../shared/errors.js'
import { binaryKind, isZip } from '../text/binary-kind.js'
import { pairByName } from '../source/pair-by-name.js'
import type { NamedBytes, SourceFileOptions } from '../source/source-file.js'
import { archiveKind } from './archive-kind.js'
import { readableNames } from './entry-names.js'
import { archiveNames, unpackEntries } from './unpack.js'

/** One document of an archive: a bilingual file, or a text and its translation. Its name tells both places: `a.zip/zh/b.txt`. */
export interface ArchivedDocument {
  file: NamedBytes
  targetFile?: NamedBytes
}

export interface ArchiveOfDocuments {
  documents: ArchivedDocument[]
  /** What was not taken, and why. */
  leftAlone: { name: string; why: string }[]
}

const limits = { entries: 2000, bytes: 100_000_000, growth: 8 }

/** True for a zip archive that is a folder of files, not itself a document. */
export function isArchiveOfDocuments(bytes: Uint8Array, name: string): boolean {
  return isZip(bytes) && archiveKind(archiveNames(bytes, name)).id === 'documents'
}

/** The documents in an archive, paired by the languages in their names. */
export function readArchive(name: string, bytes: Uint8Array, options: SourceFileOptions): ArchiveOfDocuments {
  const entries = archiveNames(bytes, name)
  refuseUnsafe(name, entries)
  const { languages } = options
  const named = readableNames(entries, languages ? [languages.source, languages.target] : [])
  const files = [...named.keys()].filter((entry) => !entry.endsWith('/'))
  const leftAlone = files.flatMap((entry) => reasonToLeave(entry))
  const left = new Set(leftAlone.map(({ name }) => name))
  const wanted = files.filter((entry) => !left.has(entry))
  const { pairs, halves, others } = languages
    ? pairByName(wanted, languages)
    : { pairs: [], halves: [], others: wanted }
  for (const half of halves) leftAlone.push({ name: half, why: 'has no counterpart in the other language' })
  const taken = [...pairs.flatMap(({ source, target }) => [source, target]), ...others]
  const unpack = unpackerOf(name, bytes, taken, { named, maxBytes: options.maxBytes ?? limits.bytes })
  const documents = [
    ...pairs.map(({ source, target }): ArchivedDocument => ({ file: unpack(source), targetFile: unpack(target) })),
    ...others.map((entry): ArchivedDocument => ({ file: unpack(entry) })),
  ].filter(({ file, targetFile }) => {
    const empty = [file, targetFile].find((inner) => inner?.bytes.length === 0)
    if (empty) leftAlone.push({ name: empty.name.slice(name.length + 1), why: 'is empty' })
    const nested = [file, targetFile].find((inner) => inner && isNested(inner))
    if (nested) leftAlone.push({ name: nested.name.slice(name.length + 1), why: 'is an archive in an archive' })
    return !nested && !empty
  })
  if (documents.length === 0) throw nothingToRead(name, leftAlone)
  return { documents, leftAlone }
}

function refuseUnsafe(name: string, entries: string[]): void {
  const unsafe = entries.find((entry) => /^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)|\0/i.test(entry))
  const problem = unsafe
    ? `The archive has an entry that points outside of it: ${unsafe.slice(0, 80)}`
    : entries.length > limits.entries
      ? `The archive has ${entries.length} entries; at most ${limits.entries} are read.`
      : null
  if (!problem) return
  throw new DomainError(unsafe ? 'unreadable-file' : 'too-large', problem, {
    remedy: unsafe
      ? 'Pack the files again; do not trust where this archive came from.'
      : 'Split it into smaller archives.',
    place: { file: name },
  })
}

const readable = /\.(txt|text|md|markdown|docx|tsv|tab|tmx|xlf|xliff|sdlxliff|mqxliff|po|xlsx|pdf|srt|vtt)$/i

/** A file without an ending, or with the code of a language for one, may be text. */
const bare = /(^|[/\\])[^./\\]+$|\.[a-z]{2,3}([-_][a-z]{2,4})?$/i

/** What programs add to archives, and what no document is. */
function reasonToLeave(entry: string): { name: string; why: string }[] {
  if (/(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(entry))
    return [{ name: entry, why: 'belongs to the system' }]
  if (/\.(zip|7z|rar|gz|tgz|bz2|xz|jar)$/i.test(entry)) return [{ name: entry, why: 'is an archive in an archive' }]
  if (readable.test(entry)) return []
  if (
    bare.test(entry) &&
    !/\.(js|ts|css|jpg|png|gif|svg|exe|dll|bin|xml|doc|xls|ppt|htm|mp3|mp4|avi|csv)$/i.test(entry)
  )
    return []
  return [{ name: entry, why: 'is no document that is read' }]
}

/** Everything together may not unpack to more than eight times what a file may have. */
function unpackerOf(
  name: string,
  bytes: Uint8Array,
  wanted: string[],
  { named, maxBytes }: { named: Map<string, string>; maxBytes: number },
): (entry: string) => NamedBytes {
  const unpacked = unpackEntries(bytes, new Set(wanted.map((entry) => named.get(entry)!)), {
    file: name,
    maxBytes,
    maxBytesOfAll: maxBytes * limits.growth,
  })
  return (entry) => ({ name: `${name}/${entry}`, bytes: unpacked[named.get(entry)!] ?? new Uint8Array() })
}

function isNested({ bytes, name }: NamedBytes): boolean {
  if (isZip(bytes)) return archiveKind(archiveNames(bytes, name)).id === 'documents'
  return /(gzip|7z|RAR) archive/.test(binaryKind(bytes)?.title ?? '')
}

function nothingToRead(name: string, leftAlone: { name: string; why: string }[]): DomainError {
  const examples = leftAlone.slice(0, 3).map(({ name, why }) => `${name} ${why}`)
  return new DomainError('unreadable-file', ['The archive holds no document to read.', ...examples].join(' '), {
    remedy: 'Name the two files of a pair by language: report.zh.docx and report.en.docx, or folders zh and en.',
    place: { file: name },
  })
}
