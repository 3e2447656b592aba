import { Injectable } from '@nestjs/common'
import type { IncomingMessage } from 'node:http'
import type { Actor } from '../auth/roles.js'
import { Config } from '../config.js'
import { isArchiveOfDocuments, readArchive } from '../formats/index.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import type { NewDocument } from './document-record.js'
import { type AddedDocument, DocumentsService } from './documents.service.js'
import { archivedName } from './file-name.js'
import { receiveUpload, type Upload } from './receive-upload.js'

const fileFields = ['file', 'targetFile'] as const

/** The document that came, or of an archive the first of its documents, the others, and what was not taken of it. */
export interface ReceivedUpload extends AddedDocument {
  more: AddedDocument[]
  leftAlone: { name: string; why: string }[]
}

/** Takes in what a form brings: one bilingual file, a text and its translation, or an archive of such. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly config: Config,
    private readonly termbases: TermbasesService,
    private readonly documents: DocumentsService,
  ) {}

  async receive(actor: Actor, termbaseId: string, request: IncomingMessage): Promise<ReceivedUpload> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const maxBytes = this.config.maxUploadMegabytes * 1024 ** 2
    const given = documentIn(await receiveUpload(request, { fileFields, maxBytes }))
    const languages = { source: sourceLanguage, target: targetLanguage }
    const { documents, leftAlone } = documentsIn(given, { languages, maxBytes })
    const [first, ...more] = await this.documents.addAll(actor, termbaseId, documents)
    return { ...first!, more, leftAlone }
  }
}

function documentIn({ files, fields }: Upload): NewDocument {
  const file = files.get('file')
  if (!file)
    throw new DomainError('invalid-input', 'There is no file in this upload.', {
      remedy: 'Send the file in the field "file" of multipart/form-data.',
      fields: { file: ['is missing'] },
    })
  return { file, targetFile: files.get('targetFile'), aligned: fields.get('aligned') === 'true' }
}

interface Expected {
  languages: { source: string; target: string }
  maxBytes: number
}

/** Each pair of an archive is a document of its own, so that evidence names the file inside. */
function documentsIn(
  given: NewDocument,
  expected: Expected,
): { documents: NewDocument[]; leftAlone: ReceivedUpload['leftAlone'] } {
  const { file, targetFile, aligned } = given
  if (targetFile || !isArchiveOfDocuments(file.bytes, file.name)) return { documents: [given], leftAlone: [] }
  const { documents, leftAlone } = readArchive(file.name, file.bytes, expected)
  const named = ({ name, bytes }: { name: string; bytes: Uint8Array }) => ({
    name: archivedName(name),
    bytes: Buffer.from(bytes),
  })
  return {
    leftAlone,
    documents: documents.map(({ file, targetFile }) => ({
      file: named(file),
      targetFile: targetFile && named(targetFile),
      aligned,
    })),
  }
}
