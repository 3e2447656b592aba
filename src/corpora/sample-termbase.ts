import { Injectable, type OnModuleInit } from '@nestjs/common'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { lastValueFrom, tap } from 'rxjs'
import { Config } from '../config.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { FirstStart, type FirstStartTask } from '../jobs/first-start.js'
import { JobsService } from '../jobs/jobs.service.js'
import { DocumentsService } from './documents.service.js'
import { titleOf } from './reading-stages.js'

const sample = {
  termbase: {
    name: 'Sample: China’s national defense',
    description:
      'A passage of a white paper as it was found, with its noise. Try everything here; delete it when you are done.',
    sourceLanguage: 'zh',
    targetLanguage: 'en',
  },
  file: 'national-defense-passage.txt',
}

/** A termbase to try things on, read by the same job as any upload. Made once, in a database that has no termbase. */
@Injectable()
export class SampleTermbase implements FirstStartTask, OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly firstStart: FirstStart,
    private readonly termbases: TermbasesService,
    private readonly documents: DocumentsService,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.firstStart.add(this)
  }

  /** Returns when its candidates are in the queue, or when it is clear that they will not be: the server starts either way. */
  async run(say: (step: string) => void): Promise<void> {
    if (!this.config.sample) return
    const termbaseId = await this.termbaseToFill()
    if (termbaseId === null) return
    say('Loading the sample')
    const bytes = await readFile(path.join(sampleFolder(), sample.file))
    const { document } = await this.documents.add(null, termbaseId, { file: { name: sample.file, bytes } })
    if (document.jobId) await this.follow(document.jobId, say)
  }

  /** The sample's own while its document is missing or unread, for a first start may have been killed half way. */
  private async termbaseToFill(): Promise<string | null> {
    const termbases = await this.termbases.list()
    if (termbases.length === 0) return (await this.termbases.create(null, sample.termbase)).id
    const [only] = termbases
    if (termbases.length > 1 || only!.name !== sample.termbase.name || only!.counts.documents > 1) return null
    const [document] = await this.documents.list(only!.id)
    const isUnfinished = document
      ? document.state === 'waiting' || document.state === 'processing'
      : hasNothing(only!.counts)
    return isUnfinished ? only!.id : null
  }

  private async follow(jobId: string, say: (step: string) => void): Promise<void> {
    let told: string | null = null
    const tell = ({ stage }: { stage: string | null }) => {
      if (stage !== null && stage !== told) say(`Sample: ${titleOf(stage)}`)
      told = stage ?? told
    }
    await lastValueFrom(this.jobs.watch(jobId).pipe(tap(tell)), { defaultValue: null })
  }
}

/** What is no source is not compiled: it lies in src/corpora only, also for what runs from dist/src/corpora. */
function sampleFolder(): string {
  return path.join(import.meta.dirname.replace(/[/\\]dist(?=[/\\]src[/\\]corpora$)/, ''), 'sample')
}

function hasNothing({ concepts, candidates }: { concepts: number; candidates: Record<string, number> }): boolean {
  return concepts === 0 && Object.values(candidates).every((count) => count === 0)
}
