import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concept, ConceptVersion, LanguageSection, Term } from './concept.entity.js'
import { ConceptMatchesService } from './concept-matches.service.js'
import { ConceptsController } from './concepts.controller.js'
import { ConceptsService } from './concepts.service.js'
import { Termbase } from './termbase.entity.js'
import { TermbasesController } from './termbases.controller.js'
import { TermbasesService } from './termbases.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Termbase, Concept, LanguageSection, Term, ConceptVersion])],
  controllers: [TermbasesController, ConceptsController],
  providers: [TermbasesService, ConceptsService, ConceptMatchesService],
  exports: [TermbasesService, ConceptsService, ConceptMatchesService],
})
export class GlossaryModule {}
