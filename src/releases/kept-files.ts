import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Db } from '../database/database.js'
import type { Loss, WrittenGlossary } from '../formats/index.js'
import { ReleaseExportFile } from './release.entity.js'

/** A file of a release as it is kept: what is known of it before its first byte. */
export interface KeptFile {
  id: string
  fileName: string
  mediaType: string
  /** SHA-256 of the file, hexadecimal. */
  contentHash: string
  sizeBytes: number
  /** Size packed by gzip, as it is kept. */
  packedBytes: number
  losses: Loss[]
}

/** A file of a release while it is written. */
export interface ReleaseExport extends WrittenGlossary {
  fileName: string
}

/** Bytes of a packed piece: few rows for a large file, little memory for each. */
const pieceSize = 262_144

export async function findKeptFile(db: Db, releaseId: string, options: string): Promise<KeptFile | null> {
  const file = await db.findOneBy(ReleaseExportFile, { releaseId, options })
  if (!file) return null
  const { id, fileName, mediaType, contentHash, sizeBytes, packedBytes, losses } = file
  return {
    id,
    fileName,
    mediaType,
    contentHash,
    sizeBytes: Number(sizeBytes),
    packedBytes: Number(packedBytes),
    losses,
  }
}

/**
 * Writes the file and keeps it, in the caller's transaction: nobody ever sees half of it. Another process that wants the
 * same file waits for this one, and takes what it finds.
 */
export async function keepFile(
  db: Db,
  { releaseId, options }: { releaseId: string; options: string },
  open: (db: Db) => Promise<ReleaseExport>,
): Promise<KeptFile> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 4500))`, [`${releaseId} ${options}`])
  const known = await findKeptFile(db, releaseId, options)
  if (known) return known
  const { chunks, format, fileName, losses } = await open(db)
  const id = randomUUID()
  const { contentHash, sizeBytes, packedBytes } = await keepPieces(db, id, chunks)
  const file = { id, fileName, mediaType: format.mediaType, contentHash, sizeBytes, packedBytes, losses: losses() }
  await db.insert(ReleaseExportFile, {
    ...file,
    releaseId,
    options,
    sizeBytes: String(sizeBytes),
    packedBytes: String(packedBytes),
  })
  return file
}

/** The packed file, a piece at a time, as fast as it is taken. */
export async function* keptPieces(db: Db, { id }: Pick<KeptFile, 'id'>): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const [piece]: { bytes: Buffer }[] = await db.query(
      `SELECT bytes FROM release_export_pieces WHERE export_id = $1 AND position = $2`,
      [id, position],
    )
    if (!piece) return
    yield piece.bytes
  }
}

async function keepPieces(db: Db, exportId: string, chunks: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let [sizeBytes, packedBytes, position] = [0, 0, 0]
  await pipeline(
    Readable.from(chunks, { objectMode: false }),
    async function* (bytes: AsyncIterable<Buffer>) {
      for await (const piece of bytes) {
        hash.update(piece)
        sizeBytes += piece.length
        yield piece
      }
    },
    createGzip({ level: 6 }),
    async (packed: AsyncIterable<Buffer>) => {
      for await (const bytes of inPieces(packed)) {
        packedBytes += bytes.length
        await db.query(`INSERT INTO release_export_pieces (export_id, position, bytes) VALUES ($1, $2, $3)`, [
          exportId,
          position++,
          bytes,
        ])
      }
    },
  )
  return { contentHash: hash.digest('hex'), sizeBytes, packedBytes }
}

async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [waiting, length]: [Buffer[], number] = [[], 0]
  for await (const piece of bytes) {
    waiting.push(piece)
    length += piece.length
    if (length < pieceSize) continue
    yield Buffer.concat(waiting)
    ;[waiting, length] = [[], 0]
  }
  if (length > 0) yield Buffer.concat(waiting)
}
