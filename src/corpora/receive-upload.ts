import busboy, { type Busboy } from 'busboy'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { DomainError } from '../shared/errors.js'
import type { SourceBytes } from './document-record.js'
import { fileName } from './file-name.js'

export interface Upload {
  files: Map<string, SourceBytes>
  fields: Map<string, string>
}

export interface UploadLimits {
  /** The names that a file may come under; one file each. */
  fileFields: readonly string[]
  /** Of one file. */
  maxBytes: number
}

/** What a form adds around its files: boundaries, headers, short fields. */
const WRAPPING_BYTES = 65_536

/**
 * The files of a multipart request, read as they arrive. What is too large is refused before it is read to the end; what
 * is cut off is refused as a whole. The rest of a refused request is left to the server, which reads it and forgets it.
 */
export async function receiveUpload(request: IncomingMessage, limits: UploadLimits): Promise<Upload> {
  refuseAnnouncedSize(request, limits)
  const parser = parserFor(request, limits)
  return new Promise((resolve, reject) => {
    const upload: Upload = { files: new Map(), fields: new Map() }
    const refuse = (error: DomainError) => {
      request.unpipe(parser)
      request.resume()
      reject(error)
    }
    parser.on('file', (field, stream, { filename }) => {
      if (!limits.fileFields.includes(field) || upload.files.has(field)) return refuse(unexpectedFile(field, limits))
      const name = fileName(filename)
      collect(stream, (bytes) => upload.files.set(field, { name, bytes }))
      stream.on('limit', () => refuse(tooLarge(name, limits.maxBytes)))
    })
    parser.on('field', (field, value) => upload.fields.set(field, value))
    parser.on('error', () => refuse(cutOff()))
    parser.on('close', () => resolve(upload))
    request.on('error', () => refuse(cutOff()))
    request.on('close', () => request.complete || refuse(cutOff()))
    request.pipe(parser)
  })
}

function parserFor(request: IncomingMessage, { fileFields, maxBytes }: UploadLimits): Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      // A file of exactly the limit is not beyond it.
      limits: { fileSize: maxBytes + 1, files: fileFields.length + 1, fields: 20, fieldSize: 1000 },
    })
  } catch {
    throw new DomainError('invalid-input', 'This is not an upload of a file.', {
      remedy: 'Send multipart/form-data with the file in the field "file".',
      fields: { file: ['is missing'] },
    })
  }
}

function collect(stream: Readable, whole: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => whole(Buffer.concat(chunks)))
  // The parser reports what is wrong with the form.
  stream.on('error', () => {})
}

function refuseAnnouncedSize(request: IncomingMessage, { fileFields, maxBytes }: UploadLimits): void {
  if (Number(request.headers['content-length']) > maxBytes * fileFields.length + WRAPPING_BYTES)
    throw tooLarge('The file', maxBytes)
}

function tooLarge(name: string, maxBytes: number): DomainError {
  return new DomainError('too-large', `${name} is larger than ${maxBytes / 1024 ** 2} MB.`, {
    remedy: 'Split it into smaller files, or ask an administrator to raise TERMLOOM_MAX_UPLOAD_MB.',
    extra: { maxBytes },
  })
}

function cutOff(): DomainError {
  return new DomainError('invalid-input', 'The upload was cut off before its end. Nothing was stored.', {
    remedy: 'Upload the file again.',
  })
}

function unexpectedFile(field: string, { fileFields }: UploadLimits): DomainError {
  return new DomainError('invalid-input', `A file came in the field "${field}".`, {
    remedy: `Send one file in each of: ${fileFields.join(', ')}.`,
    fields: { [field]: ['is not expected, or came twice'] },
  })
}
