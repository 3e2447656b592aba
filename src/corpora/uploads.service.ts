import { Injectable } from '@nestjs/common'
import type { IncomingMessage } from 'node:http'
import type { Actor } from '../auth/roles.js'
import { Config } from '../config.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import type { NewDocument } from './document-record.js'
import { type AddedDocument, DocumentsService } from './documents.service.js'
import { receiveUpload, type Upload } from './receive-upload.js'

const fileFields = ['file', 'targetFile'] as const

/** Takes in what a form brings: one bilingual file, or a text and its translation. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly config: Config,
    private readonly termbases: TermbasesService,
    private readonly documents: DocumentsService,
  ) {}

  async receive(actor: Actor, termbaseId: string, request: IncomingMessage): Promise<AddedDocument> {
    await this.termbases.require(termbaseId)
    const maxBytes = this.config.maxUploadMegabytes * 1024 ** 2
    return this.documents.add(actor, termbaseId, documentIn(await receiveUpload(request, { fileFields, maxBytes })))
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
