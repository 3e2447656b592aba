import type { LoggerService } from '@nestjs/common'
import pino, { type Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import type { RequestHandler } from 'express'

/** JSON lines on stdout. What could let somebody in is never written. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
  })
}

/** One line a request, at level info; requests that failed inside the server at level error. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ id, method, url, remoteAddress }) => ({ id, method, url: withoutToken(url), remoteAddress }),
      res: ({ statusCode }) => ({ statusCode }),
    },
    autoLogging: { ignore: ({ url }) => /^\/(health|metrics|assets)\b/.test(url ?? '') },
  })
}

function withoutToken(url: string): string {
  return url.replace(/([?&]token=)[^&]+/, '$1…')
}

/** Lets Nest and our services log through the same lines. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1)
    this.lines[level]({ context, ...(rest.length > 1 ? { details: rest.slice(0, -1) } : {}) }, String(message))
  }
  // Nest tells of every route at its level `log`: interesting to those who debug.
  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest)
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest)
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest)
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest)
  }
}
