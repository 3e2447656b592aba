import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { ProgressView } from './progress.dto.js'
import { ProgressService } from './progress.service.js'

@ApiTags('candidates')
@Controller('termbases/:termbaseId/progress')
export class ProgressController {
  constructor(private readonly service: ProgressService) {}

  @Get()
  @ApiOperation({ summary: 'How the review goes: states, decisions a day, acceptance by score and kind, coverage' })
  @ApiOkResponse({ type: ProgressView })
  progress(@Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<ProgressView> {
    return this.service.progress(termbaseId)
  }
}
