import type { Database } from '../database/database.js'
import type { JobStep } from './job.js'

const INTERVAL_MS = 250

/** Writes the newest step of a job a few times a second. Each write also brings back whether somebody wants it cancelled. */
export class JobProgress {
  private newest: JobStep | null = null
  private writing: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  private lastWrite = 0

  constructor(
    private readonly database: Database,
    private readonly jobId: string,
    private readonly onCancel: () => void,
  ) {}

  readonly tell = (step: JobStep): void => {
    this.newest = step
    if (this.timer || this.writing) return
    const wait = Math.max(0, this.lastWrite + INTERVAL_MS - Date.now())
    if (wait === 0) this.write()
    else this.timer = setTimeout(() => this.write(), wait)
  }

  /** Nothing is written after this: a late step must not follow the last word. */
  async settled(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.newest = null
    await this.writing
  }

  private write(): void {
    const step = this.newest
    this.timer = null
    this.newest = null
    if (!step) return
    this.lastWrite = Date.now()
    this.writing = this.save(step)
      .catch(() => {})
      .finally(() => {
        this.writing = null
        if (this.newest) this.tell(this.newest)
      })
  }

  private async save({ stage, progress, message }: JobStep): Promise<void> {
    const [rows] = await this.database.db.query<[{ cancel: boolean }[], number]>(
      `UPDATE jobs SET stage = $2, progress = $3, message = $4 WHERE id = $1 AND state = 'running'
       RETURNING cancel_requested_at IS NOT NULL AS cancel`,
      [this.jobId, stage, Math.min(1, Math.max(0, progress)), message ?? null],
    )
    if (rows[0]?.cancel) this.onCancel()
  }
}
