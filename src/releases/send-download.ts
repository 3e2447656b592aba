import type { Request, Response } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { attachment } from '../http/attachment.js'
import type { ReleaseExport } from './release-export.service.js'

/** The longest that RFC 9111 lets caches be told: a year. */
const aYear = 31_536_000

interface Download {
  etag: string
  /** May caches of several people keep it? */
  isPublic: boolean
  open(): Promise<ReleaseExport>
}

/** Sends a file that never changes, as fast as the client takes it; nothing at all when the client has it already. */
export async function sendDownload(
  request: Request,
  response: Response,
  { etag, isPublic, open }: Download,
): Promise<void> {
  const caching = { ETag: etag, 'Cache-Control': `${isPublic ? 'public' : 'private'}, max-age=${aYear}, immutable` }
  if (knows(request, etag)) {
    response.status(304).set(caching).end()
    return
  }
  const { chunks, format, fileName } = await open()
  // Whatever is wrong with the wish shows at the first piece, while an error can still be told.
  const pieces = chunks[Symbol.asyncIterator]()
  const first = await pieces.next()
  response.set({
    ...caching,
    'Content-Type': contentType(format.mediaType),
    'Content-Disposition': attachment(fileName),
  })
  await pipeline(Readable.from(following(first, pieces)), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

async function* following(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let piece = first; !piece.done; piece = await rest.next()) yield piece.value
}

function knows(request: Request, etag: string): boolean {
  const known = request.headers['if-none-match'] ?? ''
  // A proxy that compresses may have weakened the tag.
  return known === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

function contentType(mediaType: string): string {
  return /^text\/|[/+](?:xml|json)$|x-tbx/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType
}
