import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { EvidenceListView } from './evidence.dto.js'
import { TermEvidenceService } from './term-evidence.service.js'

@ApiTags('concepts')
@Controller('termbases/:termbaseId/concepts/:conceptId/evidence')
export class EvidenceController {
  constructor(private readonly evidence: TermEvidenceService) {}

  @Get()
  @ApiOperation({ summary: 'Where each term of a concept was met' })
  @ApiOkResponse({ type: EvidenceListView })
  async list(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('conceptId', ParseUUIDPipe) conceptId: string,
  ): Promise<EvidenceListView> {
    return { items: await this.evidence.of(termbaseId, conceptId) }
  }
}
