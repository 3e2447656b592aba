import { Module } from '@nestjs/common'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { EvidenceController } from './evidence.controller.js'
import { TermEvidenceService } from './term-evidence.service.js'

/** Reads the tables of candidates and documents; what it needs of them is one statement each. */
@Module({
  imports: [GlossaryModule],
  controllers: [EvidenceController],
  providers: [TermEvidenceService],
})
export class EvidenceModule {}
