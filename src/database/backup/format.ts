import { DomainError } from '../../shared/errors.js'

/**
 * A backup is gzip around lines that a person can read with zcat: a first line that says what it is, a manifest as JSON,
 * and for each table a heading as JSON, its rows in PostgreSQL's COPY text format, and `\.` alone on a line. A last heading
 * says that nothing is missing. COPY escapes backslashes, so no row can look like the end of its table.
 */
export const FIRST_LINE = 'termloom backup 1'
export const TABLE_END = '\\.\n'

export interface Manifest {
  createdAt: string
  /** Names of the migrations the data belongs to. */
  migrations: string[]
}

export interface TableHeading {
  table: string
  columns: string[]
}

export interface LastHeading {
  end: true
  tables: number
}

/** What people would not miss, what is made again when it is asked for, and what would let somebody in who finds the file. */
export const leftOut = ['migrations', 'installation', 'sessions', 'sign_in_links', 'release_shelves']

const NEWLINE = 10
const END_OF_TABLE = Buffer.from(`\n${TABLE_END}`)

/** Reads lines and tables from a stream of bytes, never holding more than a chunk. */
export class BackupReader {
  private buffer: Buffer = Buffer.alloc(0)
  private readonly chunks: AsyncIterator<Buffer>

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]()
  }

  async line(): Promise<string> {
    let end: number
    while ((end = this.buffer.indexOf(NEWLINE)) < 0) if (!(await this.more())) throw cutOff()
    const line = this.buffer.subarray(0, end).toString('utf8')
    this.buffer = this.buffer.subarray(end + 1)
    return line
  }

  /** The rows of the table whose heading was read last. */
  async *rows(): AsyncGenerator<Buffer> {
    // A newline before the first row lets the end of an empty table look like that of any other.
    this.buffer = Buffer.concat([Buffer.from('\n'), this.buffer])
    let skip = 1
    for (;;) {
      const end = this.buffer.indexOf(END_OF_TABLE)
      const upTo = end >= 0 ? end + 1 : Math.max(0, this.buffer.length - END_OF_TABLE.length)
      if (upTo > skip) yield this.buffer.subarray(skip, upTo)
      skip = Math.max(0, skip - upTo)
      this.buffer = this.buffer.subarray(end >= 0 ? end + END_OF_TABLE.length : upTo)
      if (end >= 0) return
      if (!(await this.more())) throw cutOff()
    }
  }

  private async more(): Promise<boolean> {
    const { done, value } = await this.chunks.next()
    if (done) return false
    this.buffer = this.buffer.length === 0 ? value : Buffer.concat([this.buffer, value])
    return true
  }
}

export function cutOff(): DomainError {
  return new DomainError('unreadable-file', 'The backup is cut off: its end is missing.', {
    remedy: 'Use another copy of it.',
  })
}
