import type { NextFunction, Request, Response } from 'express'
import { DomainError } from '../shared/errors.js'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser adds our cookie to whatever page sends the request, so what changes something must come from our own page.
 * Browsers say where a request comes from in `Origin`; programs with a key carry no cookie and are not asked.
 */
export function sameOriginOnly(publicUrl: string | null) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (READING.has(request.method) || request.headers.authorization !== undefined) return next()
    const own = [`${request.protocol}://${request.headers.host}`, publicUrl]
    const { origin } = request.headers
    const foreign = origin === undefined ? request.headers['sec-fetch-site'] === 'cross-site' : !own.includes(origin)
    if (!foreign) return next()
    next(
      new DomainError('not-allowed', `This request comes from another site (${origin ?? 'unknown'}).`, {
        remedy: 'Use the page of this installation. If a proxy stands in front, set TERMLOOM_PUBLIC_URL.',
      }),
    )
  }
}
