import { Injectable } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Numbers for Prometheus: those of the process, and how long requests take. */
@Injectable()
export class Metrics {
  readonly registry = new Registry()
  private readonly durations = new Histogram({
    name: 'termloom_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'termloom_' })
  }

  /** Labels carry the route with its placeholders, never an id: each label value is a series of its own. */
  readonly measure = (request: Request, response: Response, next: NextFunction): void => {
    const done = this.durations.startTimer()
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other'
      done({ method: request.method, route, status: String(response.statusCode) })
    })
    next()
  }
}
