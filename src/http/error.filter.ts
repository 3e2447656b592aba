import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DomainError, type DomainErrorCode } from '../shared/errors.js'

/** The one place where a failure of the domain becomes an HTTP status. */
const answers: Record<DomainErrorCode, { status: number; title: string }> = {
  'not-found': { status: 404, title: 'Not found' },
  'invalid-input': { status: 400, title: 'Input is not valid' },
  'unreadable-file': { status: 422, title: 'File cannot be read' },
  'too-large': { status: 413, title: 'Too large' },
  conflict: { status: 409, title: 'Conflict' },
  stale: { status: 409, title: 'Somebody else was faster' },
  'version-behind': { status: 412, title: 'Somebody else was faster' },
  'version-missing': { status: 428, title: 'Version is missing' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  cancelled: { status: 409, title: 'Cancelled' },
}

/** RFC 9457 problem details. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  code: string
  remedy?: string
  fields?: Record<string, string[]>
  [extra: string]: unknown
}

@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('http')

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<Request>()
    const response = http.getResponse<Response>()
    const problem = problemOf(error)
    if (problem.status >= 500) this.log.error(`${request.method} ${request.path}`, (error as Error)?.stack ?? error)
    if (response.headersSent) {
      // The answer has begun: cutting it off is the only way left to say that it is not whole.
      response.destroy()
      return
    }
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="Termloom"')
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) return fromDomain(error)
  if (error instanceof HttpException) return fromFramework(error)
  const status = (error as { status?: unknown })?.status
  if (typeof status === 'number' && status >= 400 && status < 500) return fromParser(status, error as Error)
  return problem(500, 'internal', 'Something went wrong inside the server', {
    detail: 'The log of the server says more.',
    remedy: 'Try again; if it stays, tell an administrator the time of this request.',
  })
}

function fromDomain({ code, message, details: { remedy, place, fields, extra } }: DomainError): Problem {
  const { status, title } = answers[code]
  return problem(status, code, title, { detail: message, remedy, fields, place, ...extra })
}

/** What the framework itself refuses: unknown routes, ids that are none, too many tries. */
function fromFramework(error: HttpException): Problem {
  const status = error.getStatus()
  const entry = Object.entries(answers).find(([, answer]) => answer.status === status)
  const [code, title] = entry ? [entry[0], entry[1].title] : [`http-${status}`, error.message]
  return problem(status, code, title, { detail: error.message })
}

/** Express's body parsers: broken JSON, a body that is too large. */
function fromParser(status: number, error: Error): Problem {
  if (status === 413)
    return problem(413, 'too-large', 'Too large', {
      detail: 'The body of this request is too large.',
      remedy: 'Upload files as multipart/form-data.',
    })
  return problem(status, 'invalid-input', 'Input is not valid', { detail: error.message })
}

function problem(status: number, code: string, title: string, rest: Partial<Problem>): Problem {
  return { type: `urn:termloom:problem:${code}`, title, status, code, ...rest }
}
