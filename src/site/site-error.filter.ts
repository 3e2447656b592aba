import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common'
import type { Request, Response } from 'express'
import { problemOf } from '../http/error.filter.js'
import { Lost } from './lost.js'
import type { PageContent } from './pages/layout.js'
import { brokenPage, closedPage, lostPage } from './pages/message-pages.js'
import { SiteVisits } from './site-visits.js'
import type { Visit } from './visit.js'

/** What goes wrong on the site is told as a page. */
@Catch()
@Injectable()
export class SiteErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('site')

  constructor(private readonly visits: SiteVisits) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<Request>()
    const { status } = problemOf(error)
    if (status >= 500) this.log.error(`${request.method} ${request.path}`, (error as Error)?.stack ?? error)
    const visit = this.visits.of(request)
    this.visits.send(http.getResponse<Response>(), messageOf(error, status, visit), visit, status)
  }
}

function messageOf(error: unknown, status: number, visit: Visit): PageContent {
  if (error instanceof Lost) return lostPage(error, visit)
  if (status === 401 || status === 403) return closedPage(visit)
  return status < 500 ? lostPage(new Lost({ what: 'page' }), visit) : brokenPage(visit)
}
