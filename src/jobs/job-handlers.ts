import { Injectable } from '@nestjs/common'
import type { JobHandler } from './job.js'

/** Features bring their handlers here (in `onModuleInit`); the worker finds them by kind. */
@Injectable()
export class JobHandlers {
  private readonly byKind = new Map<string, JobHandler>()

  register(handler: JobHandler): void {
    if (this.byKind.has(handler.kind)) throw new Error(`Two handlers for jobs of kind ${handler.kind}`)
    this.byKind.set(handler.kind, handler)
  }

  of(kind: string): JobHandler {
    const handler = this.byKind.get(kind)
    if (!handler) throw new Error(`No handler for jobs of kind ${kind}`)
    return handler
  }
}
