import { Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concept, ConceptVersion, LanguageSection, Term } from './concept.entity.js'
import { BulkEditService } from './bulk-edit.service.js'
import { ConceptBatch, ConceptBatchItem } from './concept-batch.entity.js'
import { ConceptBatchesService } from './concept-batches.service.js'
import { ConceptListController } from './concept-list.controller.js'
import { ConceptListService } from './concept-list.service.js'
import { ConceptMatchesService } from './concept-matches.service.js'
import { ConceptMergeService } from './concept-merge.service.js'
import { ConceptNeighboursService } from './concept-neighbours.service.js'
import { ConceptWorkController } from './concept-work.controller.js'
import { ArchiveGuard } from './archive.guard.js'
import { ConceptsController } from './concepts.controller.js'
import { ConceptsService } from './concepts.service.js'
import { DataCategoriesController } from './data-categories.controller.js'
import { ApplyImportJob } from './imports/apply-import.job.js'
import { ApplyImportService } from './imports/apply-import.service.js'
import { CompareAgainService } from './imports/compare-again.service.js'
import { ImportRunsService } from './imports/import-runs.service.js'
import { ImportUploadsService } from './imports/import-uploads.service.js'
import { ImportsController } from './imports/imports.controller.js'
import { ImportsService } from './imports/imports.service.js'
import { ReadImportJob } from './imports/read-import.job.js'
import { ReadImportService } from './imports/read-import.service.js'
import { UndoImportService } from './imports/undo-import.service.js'
import { MatterService } from './matter.service.js'
import { SubjectField } from './subject-field.entity.js'
import { SubjectFieldsController } from './subject-fields.controller.js'
import { SubjectFieldsService } from './subject-fields.service.js'
import { Resource, Termbase } from './termbase.entity.js'
import { TermbasesController } from './termbases.controller.js'
import { TermbasesService } from './termbases.service.js'
import { TermsInTextsService } from './terms-in-texts.service.js'

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Termbase,
      Resource,
      SubjectField,
      Concept,
      LanguageSection,
      Term,
      ConceptVersion,
      ConceptBatch,
      ConceptBatchItem,
    ]),
  ],
  // Paths of one word stand before `concepts/:id`.
  controllers: [
    TermbasesController,
    SubjectFieldsController,
    DataCategoriesController,
    ConceptListController,
    ConceptWorkController,
    ConceptsController,
    ImportsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: ArchiveGuard },
    TermbasesService,
    ConceptsService,
    ConceptListService,
    ConceptMatchesService,
    ConceptNeighboursService,
    ConceptBatchesService,
    BulkEditService,
    ConceptMergeService,
    SubjectFieldsService,
    MatterService,
    TermsInTextsService,
    ImportsService,
    ImportUploadsService,
    ReadImportService,
    CompareAgainService,
    ApplyImportService,
    UndoImportService,
    ImportRunsService,
    ReadImportJob,
    ApplyImportJob,
  ],
  exports: [
    TermbasesService,
    ConceptsService,
    ConceptListService,
    ConceptMatchesService,
    SubjectFieldsService,
    MatterService,
    TermsInTextsService,
    ImportsService,
    ImportRunsService,
    UndoImportService,
  ],
})
export class GlossaryModule {}
