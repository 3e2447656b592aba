import type { Request, Response } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Loss } from '../formats/index.js'
import { attachment } from '../http/attachment.js'
import type { KeptFile } from './kept-files.js'

/** The longest that RFC 9111 lets caches be told: a year. */
const aYear = 31_536_000

/** Packed by gzip as it is kept, or as it is: two representations of one file, each with a tag of its own (RFC 9110, 8.8.3). */
type Encoding = 'gzip' | 'identity'

interface Download {
  file: KeptFile
  /** May caches of several people keep it? */
  isPublic: boolean
  /** Where its losses are told. */
  lossesAddress: string
  bytes(encoding: Encoding): AsyncIterable<Uint8Array>
}

/** Sends a file that never changes, as fast as the client takes it; nothing at all when the client has it already. */
export async function sendDownload(request: Request, response: Response, download: Download): Promise<void> {
  const { file, isPublic, lossesAddress, bytes } = download
  const encoding = request.acceptsEncodings('gzip') ? 'gzip' : 'identity'
  response.set({
    ETag: tagOf(file, encoding),
    Vary: 'Accept-Encoding',
    'Cache-Control': `${isPublic ? 'public' : 'private'}, max-age=${aYear}, immutable`,
  })
  if (knows(request, file)) {
    response.status(304).end()
    return
  }
  response.set({
    'Content-Type': contentType(file.mediaType),
    'Content-Disposition': attachment(file.fileName),
    'Content-Length': String(encoding === 'gzip' ? file.packedBytes : file.sizeBytes),
    'Export-Losses': lossCounts(file.losses),
    Link: `<${lossesAddress}>; rel="describedby"`,
    ...(encoding === 'gzip' && { 'Content-Encoding': 'gzip' }),
  })
  // The bytes are final: whoever compresses answers on their way finds nothing to do.
  delete request.headers['accept-encoding']
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  await pipeline(Readable.from(bytes(encoding), { objectMode: false }), response).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    },
  )
}

function tagOf({ contentHash }: KeptFile, encoding: Encoding): string {
  return `"${contentHash.slice(0, 32)}${encoding === 'gzip' ? '-gzip' : ''}"`
}

function knows(request: Request, file: KeptFile): boolean {
  const known = request.headers['if-none-match'] ?? ''
  const tags = [tagOf(file, 'gzip'), tagOf(file, 'identity')]
  // A proxy that compresses may have weakened the tag.
  return known.trim() === '*' || known.split(',').some((tag) => tags.includes(tag.trim().replace(/^W\//, '')))
}

/** `dropped=12, moved=0, changed=3`: how often the format could not carry something. */
function lossCounts(losses: Loss[]): string {
  const count = (wanted: Loss['what']) =>
    losses.reduce((sum, { what, count }) => sum + (what === wanted ? count : 0), 0)
  return (['dropped', 'moved', 'changed'] as const).map((what) => `${what}=${count(what)}`).join(', ')
}

function contentType(mediaType: string): string {
  return /^text\/|[/+](?:xml|json)$|x-tbx/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType
}
