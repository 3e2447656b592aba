import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concept, ConceptVersion, LanguageSection, Term } from './concept.entity.js'
import { ConceptMatchesService } from './concept-matches.service.js'
import { ConceptsController } from './concepts.controller.js'
import { ConceptsService } from './concepts.service.js'
import { MatterService } from './matter.service.js'
import { Resource, Termbase } from './termbase.entity.js'
import { TermbasesController } from './termbases.controller.js'
import { TermbasesService } from './termbases.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Termbase, Resource, Concept, LanguageSection, Term, ConceptVersion])],
  controllers: [TermbasesController, ConceptsController],
  providers: [TermbasesService, ConceptsService, ConceptMatchesService, MatterService],
  exports: [TermbasesService, ConceptsService, ConceptMatchesService, MatterService],
})
export class GlossaryModule {}
