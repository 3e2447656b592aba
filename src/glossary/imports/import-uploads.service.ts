import { Injectable } from '@nestjs/common'
import type { IncomingMessage } from 'node:http'
import type { Actor } from '../../auth/roles.js'
import { Config } from '../../config.js'
import { Database } from '../../database/database.js'
import { DomainError } from '../../shared/errors.js'
import { requireLanguage } from '../../shared/language-tag.js'
import { categories, columnNames } from '../../formats/index.js'
import { TermbasesService } from '../termbases.service.js'
import type { ImportOptions, ImportSummary } from './import-record.js'
import { ImportsService, type Job } from './imports.service.js'
import { type ImportPreview, previewImport } from './preview-import.js'
import { receiveImport } from './receive-import.js'

/** Bytes of a file that are stored in one row. */
const PART = 1024 ** 2

/** What a field may mean: every data category but those of the history of an entry, and the note, which is none. */
const categoryNames = [
  'note',
  ...categories.flatMap(({ name, element }) => (element.startsWith('transac') ? [] : [name])),
]

/** Megabytes that a preview looks at. */
const PREVIEWED = 32

/** Takes in a file for an import: into the database, part by part, where any instance's worker finds it. */
@Injectable()
export class ImportUploadsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly imports: ImportsService,
  ) {}

  async receive(
    actor: Actor,
    termbaseId: string,
    request: IncomingMessage,
  ): Promise<{ import: ImportSummary; job: Job }> {
    await this.termbases.require(termbaseId)
    const upload = await receiveImport(request, this.config.maxImportMegabytes * 1024 ** 2)
    const id = await this.imports.begin(actor, termbaseId, upload.fileName, { status: 'draft' })
    try {
      const size = await this.keep(id, upload.bytes)
      if (size === 0) throw empty(upload.fileName)
      // Fields may stand after the file in the form.
      await this.database.db.query(`UPDATE imports SET options = $2 WHERE id = $1`, [
        id,
        JSON.stringify(optionsOf(upload.fields)),
      ])
      const job = await this.imports.enqueueReading(actor, id, size)
      return { import: await this.imports.get(termbaseId, id), job }
    } catch (error) {
      await this.imports.forget(id)
      throw error
    }
  }

  /** Reads a file, or its beginning, into memory only. */
  async preview(
    termbaseId: string,
    request: IncomingMessage,
  ): Promise<ImportPreview & { columnNames: string[]; categoryNames: string[] }> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const upload = await receiveImport(request, Math.min(PREVIEWED, this.config.maxImportMegabytes) * 1024 ** 2)
    const chunks: Buffer[] = []
    for await (const chunk of upload.bytes) chunks.push(chunk)
    const { encoding, source = sourceLanguage, target = targetLanguage } = optionsOf(upload.fields)
    const preview = await previewImport(Buffer.concat(chunks), {
      file: upload.fileName,
      source,
      target,
      ...(encoding && { encoding }),
    })
    return { ...preview, columnNames: columnNames.map(({ name }) => name), categoryNames }
  }

  private async keep(id: string, bytes: AsyncIterable<Buffer>): Promise<number> {
    let size = 0
    let position = 0
    let waiting: Buffer[] = []
    let length = 0
    const flush = async (): Promise<void> => {
      await this.imports.keepPart(id, position++, Buffer.concat(waiting))
      waiting = []
      length = 0
    }
    for await (const chunk of bytes) {
      size += chunk.length
      length += chunk.length
      waiting.push(chunk)
      if (length >= PART) await flush()
    }
    if (length > 0) await flush()
    return size
  }
}

function optionsOf(fields: Map<string, string>): ImportOptions {
  const language = (name: string) => {
    const value = fields.get(name)
    return value ? { [name]: requireLanguage(value, name) } : {}
  }
  const json = (name: string) => {
    const value = fields.get(name)
    return value ? { [name]: parsed(value, name) } : {}
  }
  const encoding = fields.get('encoding')
  const status = fields.get('status') ?? 'draft'
  if (status !== 'draft' && status !== 'approved') throw unknown('status', 'draft or approved')
  return {
    status,
    ...(encoding && { encoding }),
    ...(fields.get('complete') === 'true' && { complete: true }),
    ...language('source'),
    ...language('target'),
    ...json('mapping'),
    ...json('fields'),
  }
}

function parsed(value: string, name: string): object {
  try {
    const found: unknown = JSON.parse(value)
    if (typeof found === 'object' && found !== null) return found
  } catch {
    // told below
  }
  throw unknown(name, 'JSON')
}

function unknown(name: string, wanted: string): DomainError {
  return new DomainError('invalid-input', `The field "${name}" must be ${wanted}.`, {
    fields: { [name]: [`must be ${wanted}`] },
  })
}

function empty(fileName: string): DomainError {
  return new DomainError('unreadable-file', `The file "${fileName}" is empty.`, {
    remedy: 'Export it again from the program it came from.',
    place: { file: fileName },
  })
}
