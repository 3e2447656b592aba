import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Config } from '../config.js'
import type { DocumentContent } from '../corpora/document-record.js'
import { DocumentsService } from '../corpora/documents.service.js'
import { EXTRACT_DOCUMENT, type ExtractDocument, progressAt, type ReadingStage } from '../corpora/reading-stages.js'
import { ReadingsService, type StoredPair } from '../corpora/readings.service.js'
import { Database } from '../database/database.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { JobHandlers } from '../jobs/job-handlers.js'
import type { JobContext, JobHandler } from '../jobs/job.js'
import { DomainError } from '../shared/errors.js'
import type { Extracted } from './extraction-messages.js'
import { ExtractionThreads } from './extraction-threads.js'
import { LessonsService } from './lessons.service.js'
import { placeKey, type ProposalCounts, ProposalsService } from './proposals.service.js'

/** Reads a document and puts its candidates into the queue. Everything is stored at the end, at once: a killed run leaves nothing. */
@Injectable()
export class ExtractDocumentJob implements JobHandler<ExtractDocument, ProposalCounts>, OnModuleInit {
  readonly kind = EXTRACT_DOCUMENT

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly documents: DocumentsService,
    private readonly readings: ReadingsService,
    private readonly proposals: ProposalsService,
    private readonly lessons: LessonsService,
    private readonly termbases: TermbasesService,
    private readonly handlers: JobHandlers,
    private readonly threads: ExtractionThreads,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this)
  }

  async run({ documentId }: ExtractDocument, { progress, signal }: JobContext): Promise<ProposalCounts> {
    const tell = (stage: ReadingStage, share = 0) => progress({ stage, progress: progressAt(stage, share) })
    tell('read')
    const content = await this.documents.content(documentId)
    if (!content) throw deleted()
    const { termbaseId, languages, file, targetFile, aligned } = content
    const known = await this.proposals.knownPairs(termbaseId)
    const taught = await this.lessons.ofOthers(termbaseId, documentId)
    const maxBytes = this.config.maxUploadMegabytes * 1024 ** 2
    const extracted = await this.threads.extract(
      { languages, file, targetFile, aligned, maxBytes, known, taught, embedder: this.config.embedder },
      { tell, signal },
    )
    return this.store(content, extracted, (share) => {
      signal.throwIfAborted()
      tell('store', share)
    })
  }

  /** What was found takes the place of what an earlier run may have stored. `step` is told the share done, and may throw to undo all of it. */
  store(
    { id, termbaseId, languages }: Pick<DocumentContent, 'id' | 'termbaseId' | 'languages'>,
    { reading, pairs, lesson }: Extracted,
    step: (share: number) => void = () => {},
  ): Promise<ProposalCounts> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      if (!(await this.readings.isStillWanted(db, id))) throw deleted()
      step(0)
      const places = placesOf(await this.readings.store(db, id, reading))
      const termbase = { id: termbaseId, sourceLanguage: languages.source, targetLanguage: languages.target }
      step(shareOfReading)
      const counts = await this.proposals.store(db, termbase, pairs, places, (share) =>
        step(shareOfReading + share * (1 - shareOfReading)),
      )
      await this.lessons.keep(db, id, lesson ?? null)
      return counts
    })
  }
}

/** How much of the storing is that of the sentences. */
const shareOfReading = 0.1

/** Only where both sides stand can a term pair be found. */
function placesOf(stored: StoredPair[]): Map<string, string> {
  const places = new Map<string, string>()
  for (const { id, sourceStart, targetStart } of stored)
    if (sourceStart !== null && targetStart !== null) places.set(placeKey(sourceStart, targetStart), id)
  return places
}

function deleted(): DomainError {
  return new DomainError('cancelled', 'The document was deleted meanwhile.')
}
