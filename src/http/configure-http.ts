import type { NestExpressApplication } from '@nestjs/platform-express'
import compression from 'compression'
import type { NextFunction, Request, Response } from 'express'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { DataSource } from 'typeorm'
import { sameOriginOnly } from '../auth/same-origin.js'
import { sessions } from '../auth/session.js'
import { SignInService } from '../auth/sign-in.service.js'
import { Config } from '../config.js'
import { serveAdminPage } from './admin-page.js'
import { NestLog, requestLog } from './logging.js'
import { Metrics } from './metrics.js'
import { publishApiDescription } from './openapi.js'
import { securityHeaders } from './security-headers.js'

/** A request body that is JSON; files come as multipart and are not counted here. */
const JSON_LIMIT = '5mb'

/** Everything between the socket and the controllers, in the order in which a request passes it. */
export async function configureHttp(app: NestExpressApplication, log: Logger): Promise<void> {
  const config = app.get(Config)
  const overTls = config.publicUrl?.startsWith('https:') ?? false
  app.useLogger(new NestLog(log))
  app.enableShutdownHooks([])
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  app.disable('x-powered-by')
  app.setGlobalPrefix('api/v1', { exclude: ['health/{*path}', 'metrics', 'mcp', 'glossary', 'glossary/{*path}'] })
  app.use(requestLog(log), app.get(Metrics).measure, securityHeaders({ overTls }), compression({ filter: mayCompress }))
  if (overTls) app.use(believeInTls)
  const known = await session(app, overTls)
  app.use('/api', askEachTime, known, sameOriginOnly(config.publicUrl))
  app.use('/glossary', known)
  app.useBodyParser('json', { limit: JSON_LIMIT })
  publishApiDescription(app)
  serveAdminPage(app)
}

/** What the API answers is for the one who asks, and may be another thing a moment later; ETags spare the second answer. */
function askEachTime(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'private, no-cache')
  next()
}

/** The public address says that people come by TLS, also where a proxy forgets to. */
function believeInTls(request: Request, _response: Response, next: NextFunction): void {
  request.headers['x-forwarded-proto'] ??= 'https'
  next()
}

/** What programs ask thousands of times a minute. Who sends no cookie there has no session, and needs none made. */
const askedByPrograms = /^\/v1\/(lookup|recognize|check)$/

async function session(app: NestExpressApplication, secure: boolean) {
  // The pool of TypeORM's PostgreSQL driver: sessions need no connections of their own.
  const { master } = app.get(DataSource).driver as unknown as { master: Pool }
  const secret = await app.get(SignInService).sessionSecret()
  const inSession = sessions({ pool: master, secret, secure })
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.headers.cookie === undefined && askedByPrograms.test(request.path)) next()
    else inSession(request, response, next)
  }
}

/** A compressor waits for more before it writes; events must leave at once. */
function mayCompress(request: Request, response: Response): boolean {
  const type = String(response.getHeader('Content-Type') ?? '')
  return !type.startsWith('text/event-stream') && compression.filter(request, response)
}
