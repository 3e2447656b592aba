import busboy, { type Busboy } from 'busboy'
import type { IncomingMessage } from 'node:http'
import { DomainError } from '../../shared/errors.js'

export interface ImportUpload {
  fileName: string
  /** The file as it arrives; an error in between is a DomainError. */
  bytes: AsyncIterable<Buffer>
  /** What came with it; those after the file are missing until it has been read. */
  fields: Map<string, string>
}

/** Long enough for the mapping of a wide table. */
const FIELD_BYTES = 200_000

/** The one file of a multipart request, as a stream: a glossary may be larger than what memory should hold. */
export async function receiveImport(request: IncomingMessage, maxBytes: number): Promise<ImportUpload> {
  if (Number(request.headers['content-length']) > maxBytes + FIELD_BYTES) throw tooLarge(maxBytes)
  const parser = parserFor(request, maxBytes)
  const fields = new Map<string, string>()
  return new Promise((resolve, reject) => {
    parser.on('field', (name, value) => fields.set(name, value))
    parser.on('file', (name, stream, { filename }) => {
      if (name !== 'file') {
        stream.resume()
        return
      }
      let failure: DomainError | null = null
      const fail = (error: DomainError) => {
        failure ??= error
        request.unpipe(parser)
        request.resume()
        stream.destroy(failure)
      }
      stream.on('limit', () => fail(tooLarge(maxBytes)))
      request.on('close', () => request.complete || fail(cutOff()))
      parser.on('error', () => fail(cutOff()))
      async function* bytes(): AsyncGenerator<Buffer> {
        try {
          for await (const chunk of stream) yield chunk as Buffer
        } catch {
          throw failure ?? cutOff()
        }
        if (failure) throw failure
      }
      resolve({ fileName: nameOf(filename), bytes: bytes(), fields })
    })
    parser.on('error', () => reject(cutOff()))
    parser.on('close', () => reject(noFile()))
    request.on('close', () => request.complete || reject(cutOff()))
    request.pipe(parser)
  })
}

function parserFor(request: IncomingMessage, maxBytes: number): Busboy {
  try {
    const limits = { fileSize: maxBytes + 1, files: 1, fields: 20, fieldSize: FIELD_BYTES }
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits })
  } catch {
    throw noFile()
  }
}

/** Its last part, without what is not seen. */
function nameOf(claimed: string | undefined): string {
  const last = (claimed ?? '').split(/[/\\]/).at(-1)!
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
  return Array.from(clean.trim()).slice(-200).join('') || 'glossary'
}

function tooLarge(maxBytes: number): DomainError {
  return new DomainError('too-large', `The file is larger than ${maxBytes / 1024 ** 2} MB.`, {
    remedy: 'Import it on the command line, split it, or ask an administrator to raise TERMLOOM_MAX_IMPORT_MB.',
    extra: { maxBytes },
  })
}

function cutOff(): DomainError {
  return new DomainError('invalid-input', 'The upload was cut off before its end. Nothing was stored.', {
    remedy: 'Upload the file again.',
  })
}

function noFile(): DomainError {
  return new DomainError('invalid-input', 'There is no file in this upload.', {
    remedy: 'Send the file in the field "file" of multipart/form-data.',
    fields: { file: ['is missing'] },
  })
}
