import { Injectable } from '@nestjs/common'
import type { Actor } from '../../auth/roles.js'
import { DomainError } from '../../shared/errors.js'
import { ApplyImportService } from './apply-import.service.js'
import { CompareAgainService } from './compare-again.service.js'
import type { ImportResult } from './import-record.js'
import { ImportsService } from './imports.service.js'
import { ReadImportService, type Watch } from './read-import.service.js'

/** The long steps of an import, and what becomes of it when one fails: for jobs and for the command line alike. */
@Injectable()
export class ImportRunsService {
  constructor(
    private readonly imports: ImportsService,
    private readonly reading: ReadImportService,
    private readonly comparing: CompareAgainService,
    private readonly applying: ApplyImportService,
  ) {}

  /** From these bytes, or from the parts that were uploaded; without either, the entries are compared again. */
  async read(importId: string, watch: Watch, bytes?: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await this.imports.file(importId)
    if (!file) throw new DomainError('cancelled', 'The import was deleted meanwhile.')
    await this.settling(importId, watch, 'failed', async () => {
      if (bytes || (await this.imports.hasParts(importId)))
        await this.reading.read({ importId, ...file }, bytes ?? this.imports.parts(importId), watch)
      else await this.comparing.compare(importId, file, watch)
    })
  }

  async apply(importId: string, actor: Actor, watch: Watch): Promise<ImportResult> {
    return this.settling(importId, watch, 'ready', () => this.applying.apply(importId, actor, watch))
  }

  /** A run that the server's end interrupts is done again, so its state stays. */
  private async settling<T>(
    importId: string,
    { signal }: Watch,
    after: 'failed' | 'ready',
    run: () => Promise<T>,
  ): Promise<T> {
    try {
      return await run()
    } catch (error) {
      const isCancelled = signal.aborted && signal.reason instanceof DomainError
      if (isCancelled) await this.imports.settle(importId, after === 'ready' ? 'ready' : 'cancelled')
      else if (!signal.aborted) await this.imports.settle(importId, after, error)
      throw error
    }
  }
}
