import { Injectable } from '@nestjs/common'
import path from 'node:path'
import {
  findGlossaryFormat,
  type Glossary,
  type GlossaryFormat,
  type Loss,
  writeGlossary,
  type WrittenGlossary,
} from '../formats/index.js'
import { Config } from '../config.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { requireLanguage, type LanguageTag } from '../shared/language-tag.js'
import { pdfFont } from './pdf-font.js'
import { conceptEntries } from './release-glossary.js'
import { type ReleaseSummary, ReleasesService } from './releases.service.js'

export interface ExportOptions {
  format: string
  /** For formats that hold one pair of languages; the termbase's own pair when nothing is said. */
  source?: string | undefined
  target?: string | undefined
}

export interface ReleaseExport extends WrittenGlossary {
  fileName: string
}

@Injectable()
export class ReleaseExportService {
  constructor(
    private readonly releases: ReleasesService,
    private readonly termbases: TermbasesService,
    private readonly config: Config,
  ) {}

  /** The release in a format, read from the database as fast as it is taken. */
  async open(release: ReleaseSummary, { format, source, target }: ExportOptions): Promise<ReleaseExport> {
    const termbase = await this.termbases.require(release.termbaseId)
    const pair = {
      source: source === undefined ? termbase.sourceLanguage : requireLanguage(source, 'source'),
      target: target === undefined ? termbase.targetLanguage : requireLanguage(target, 'target'),
    }
    const { header, backMatter } = await this.releases.matterOf(release)
    const glossary: Glossary = {
      header: {
        ...header,
        title: `${termbase.name}, release ${release.number}`,
        languages: [pair.source, pair.target, ...otherLanguages(release, pair)],
        ...(release.note && { description: release.note }),
      },
      entries: conceptEntries(this.releases.entries(release)),
      backMatter,
    }
    const font = format === 'pdf' ? await pdfFont(this.config.pdfFont) : undefined
    const date = release.publishedAt.toISOString().slice(0, 10)
    const written = writeGlossary(format, glossary, { ...pair, date, font })
    return { ...written, fileName: fileName(termbase.name, release.number, written.format, pair) }
  }

  /** What the format cannot carry of this release: the whole export is made, and only this is kept of it. */
  async losses(release: ReleaseSummary, options: ExportOptions): Promise<Loss[]> {
    const { chunks, losses } = await this.open(release, options)
    for await (const chunk of chunks) void chunk
    return losses()
  }

  /** Changes whenever another byte would be sent. */
  etag({ contentHash, number }: ReleaseSummary, { format, source, target }: ExportOptions): string {
    const { id } = findGlossaryFormat(format)
    const font = id === 'pdf' && this.config.pdfFont ? encodeURIComponent(path.basename(this.config.pdfFont)) : null
    return `"${[number, contentHash.slice(0, 16), id, source, target, font].filter(Boolean).join('-')}"`
  }
}

function otherLanguages(
  { languages }: ReleaseSummary,
  { source, target }: { source: LanguageTag; target: LanguageTag },
): LanguageTag[] {
  return languages.filter((language) => language !== source && language !== target)
}

/** A list of pairs says its direction: `valves-release-3.zh-en.tsv`. */
function fileName(
  termbase: string,
  number: number,
  { extension, pairs }: GlossaryFormat,
  { source, target }: { source: LanguageTag; target: LanguageTag },
): string {
  const plain = termbase.replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return `${plain || 'glossary'}-release-${number}${pairs ? `.${source}-${target}` : ''}.${extension}`
}
