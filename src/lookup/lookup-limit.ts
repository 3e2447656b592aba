import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { Response } from 'express'
import type { RequestWithActor } from '../auth/access.js'
import { Config } from '../config.js'
import { DomainError } from '../shared/errors.js'
import { RequestBudget } from './request-budget.js'

/**
 * How often one may ask: counted by key, by person where there is no key, by address for strangers. The answer says what
 * is left in the fields of draft-ietf-httpapi-ratelimit-headers: `RateLimit` and `RateLimit-Policy`; a refusal says
 * `Retry-After` too. Counted in memory: several instances allow several times as much.
 */
@Injectable()
export class LookupLimit implements CanActivate {
  private readonly known: RequestBudget
  private readonly strangers: RequestBudget

  constructor(config: Config) {
    this.known = new RequestBudget(config.lookupsPerMinute)
    this.strangers = new RequestBudget(config.strangerLookupsPerMinute)
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RequestWithActor>()
    const response = context.switchToHttp().getResponse<Response>()
    const { actor } = request
    const budget = actor ? this.known : this.strangers
    if (budget.perMinute === 0) return true
    const asking = actor ? (actor.keyId ?? actor.id) : (request.ip ?? '')
    const { allowed, left, seconds } = budget.spend(asking, performance.now())
    const name = actor ? 'key' : 'address'
    response.setHeader('RateLimit-Policy', `"${name}";q=${budget.perMinute};w=60`)
    response.setHeader('RateLimit', `"${name}";r=${left};t=${seconds}`)
    if (allowed) return true
    response.setHeader('Retry-After', String(seconds))
    throw new DomainError('too-many-requests', `More than ${budget.perMinute} requests within a minute.`, {
      remedy: `Wait ${seconds} seconds${actor ? '' : ', or send an API key, which may ask more often'}.`,
    })
  }
}
