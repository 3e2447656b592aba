import { Controller, Get, HttpCode, type MessageEvent, Param, ParseUUIDPipe, Post, Query, Sse } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import { map, type Observable } from 'rxjs'
import { JobPageView, JobsQuery, JobView } from './jobs.dto.js'
import { JobsService } from './jobs.service.js'

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get()
  @ApiOperation({ summary: 'Jobs, newest first' })
  @ApiOkResponse({ type: JobPageView })
  list(@Query() query: JobsQuery): Promise<JobPageView> {
    return this.jobs.list(query)
  }

  @Get(':id')
  @ApiOperation({ summary: 'One job' })
  @ApiOkResponse({ type: JobView })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.jobs.get(id)
  }

  @Sse(':id/events')
  @ApiOperation({
    summary: 'The job each time it changes, as server-sent events; the stream ends when the job is finished',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: JobView })
  async events(@Param('id', ParseUUIDPipe) id: string): Promise<Observable<MessageEvent>> {
    await this.jobs.get(id)
    return this.jobs.watch(id).pipe(map((job) => ({ data: job })))
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a job' })
  @ApiOkResponse({ type: JobView })
  cancel(@Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.jobs.cancel(id)
  }
}
