import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator'
import type { Job } from './job.entity.js'
import { type JobProblem, type JobState, jobStates } from './job.js'

export class JobsQuery {
  @ApiPropertyOptional({ enum: jobStates })
  @IsOptional()
  @IsIn(jobStates)
  state?: JobState

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  kind?: string

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  cursor?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50
}

export class JobView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  kind: string
  @ApiProperty({ enum: jobStates })
  state: JobState
  @ApiProperty({ type: String, nullable: true })
  stage: string | null
  @ApiProperty({ minimum: 0, maximum: 1 })
  progress: number
  @ApiProperty({ type: String, nullable: true })
  message: string | null
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  result: unknown
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  problem: JobProblem | null
  @ApiProperty()
  cancelRequested: boolean
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  createdBy: string | null
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt: Date | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: Date | null
}

export class JobPageView {
  @ApiProperty({ type: [JobView] })
  items: JobView[]
  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export function jobView(job: Job): JobView {
  const { id, kind, state, stage, progress, message, result, problem, createdBy, createdAt, startedAt, finishedAt } =
    job
  const cancelRequested = job.cancelRequestedAt !== null
  return {
    id,
    kind,
    state,
    stage,
    progress,
    message,
    result,
    problem,
    cancelRequested,
    createdBy,
    createdAt,
    startedAt,
    finishedAt,
  }
}
