import { Injectable } from '@nestjs/common'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Config } from '../config.js'
import { Database, type Db } from '../database/database.js'
import { type Glossary, type GlossaryFormat, writeGlossary } from '../formats/index.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { type ExportOptions, type SettledOptions, settledOptions } from './export-options.js'
import { findKeptFile, keepFile, type KeptFile, keptPieces, type ReleaseExport } from './kept-files.js'
import { pdfFont } from './pdf-font.js'
import { conceptEntries } from './release-glossary.js'
import { type ReleaseSummary, ReleasesService } from './releases.service.js'

/** So many files are written at once in one server; each holds a connection to the database. */
const writersAtOnce = 2

@Injectable()
export class ReleaseExportService {
  private readonly beingWritten = new Map<string, Promise<KeptFile>>()
  private readonly places: Promise<unknown>[] = Array.from({ length: writersAtOnce }, () => Promise.resolve())

  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
    private readonly termbases: TermbasesService,
    private readonly config: Config,
  ) {}

  /** The file as it was first made, for ever; made and kept now when nobody has asked for it before. */
  async file(release: ReleaseSummary, options: ExportOptions): Promise<KeptFile> {
    const wish = await this.settled(release, options)
    return (await findKeptFile(this.database.db, release.id, wish.key)) ?? this.keep(release, wish)
  }

  /** Refuses what no file can be made of. */
  async requirePossible(release: ReleaseSummary, options: ExportOptions): Promise<void> {
    await this.settled(release, options)
  }

  /** Its bytes, packed by gzip or as they are, read from the database as fast as they are taken. */
  bytes(file: KeptFile, encoding: 'gzip' | 'identity'): AsyncIterable<Uint8Array> {
    const packed = keptPieces(this.database.db, file)
    if (encoding === 'gzip') return packed
    const source = Readable.from(packed, { objectMode: false })
    const plain = createGunzip()
    source.on('error', (error) => plain.destroy(error))
    plain.on('close', () => source.destroy())
    return source.pipe(plain)
  }

  /** The release in a format, straight from its concepts. */
  async open(release: ReleaseSummary, options: SettledOptions, db: Db): Promise<ReleaseExport> {
    const name = release.title ?? (await this.termbases.require(release.termbaseId, db)).name
    const { format, source, target, isMultilingual, withoutDeprecated, unknown, rows } = options
    const languages = [source, target, ...otherLanguages(release, options)]
    const { header, backMatter } = await this.releases.matterOf(release, db)
    const glossary: Glossary = {
      header: {
        ...header,
        title: `${name}, release ${release.number}`,
        languages,
        ...(release.note && { description: release.note }),
      },
      entries: conceptEntries(this.releases.entries(release, db)),
      backMatter,
    }
    const written = writeGlossary(format, glossary, {
      ...(isMultilingual ? {} : { source, target }),
      ...(withoutDeprecated !== undefined && { withoutDeprecated }),
      ...(unknown && { unknown }),
      ...(rows && { rows, languages }),
      date: release.publishedAt.toISOString().slice(0, 10),
      font: format === 'pdf' ? await pdfFont(this.config.pdfFont) : undefined,
    })
    return { ...written, fileName: fileName(name, release.number, written.format, options) }
  }

  private async settled(release: ReleaseSummary, options: ExportOptions): Promise<SettledOptions> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(release.termbaseId)
    const settled = settledOptions(options, { pair: [sourceLanguage, targetLanguage], languages: release.languages })
    // A printed glossary is another one in another font. One that was found stays what the first file was made with.
    const font = settled.format === 'pdf' ? this.config.pdfFont : null
    return font ? { ...settled, key: `${settled.key} ${path.basename(font)}` } : settled
  }

  /** Two who ask for the same file at once wait for one writing. It goes on when they leave: the next one asks again. */
  private keep(release: ReleaseSummary, options: SettledOptions): Promise<KeptFile> {
    const name = `${release.id} ${options.key}`
    const running = this.beingWritten.get(name)
    if (running) return running
    const written = this.inPlace(() =>
      this.database.inTransaction((db) =>
        keepFile(db, { releaseId: release.id, options: options.key }, () => this.open(release, options, db)),
      ),
    ).finally(() => this.beingWritten.delete(name))
    this.beingWritten.set(name, written)
    return written
  }

  private inPlace<T>(task: () => Promise<T>): Promise<T> {
    const place = this.places.shift()!
    const result = place.then(task)
    this.places.push(result.catch(() => {}))
    return result
  }
}

function otherLanguages({ languages }: ReleaseSummary, { source, target }: SettledOptions): LanguageTag[] {
  return languages.filter((language) => language !== source && language !== target)
}

/** A list of pairs says its direction: `valves-release-3.zh-en.tsv`. */
function fileName(
  termbase: string,
  number: number,
  { extension, pairs }: GlossaryFormat,
  { source, target }: SettledOptions,
): string {
  const plain = termbase.replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return `${plain || 'glossary'}-release-${number}${pairs ? `.${source}-${target}` : ''}.${extension}`
}
