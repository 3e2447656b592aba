import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concept, ConceptVersion, LanguageSection, Term } from './concept.entity.js'
import { ConceptMatchesService } from './concept-matches.service.js'
import { ConceptsController } from './concepts.controller.js'
import { ConceptsService } from './concepts.service.js'
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
import { Resource, Termbase } from './termbase.entity.js'
import { TermbasesController } from './termbases.controller.js'
import { TermbasesService } from './termbases.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Termbase, Resource, Concept, LanguageSection, Term, ConceptVersion])],
  controllers: [TermbasesController, ConceptsController, ImportsController],
  providers: [
    TermbasesService,
    ConceptsService,
    ConceptMatchesService,
    MatterService,
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
    ConceptMatchesService,
    MatterService,
    ImportsService,
    ImportRunsService,
    UndoImportService,
  ],
})
export class GlossaryModule {}
