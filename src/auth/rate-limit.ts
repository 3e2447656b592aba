import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { DomainError } from '../shared/errors.js'

const WINDOW_MS = 60_000

/** A person mistypes, a program guesses: this many tries to sign in a minute, from one address. */
const TRIES = 20

/** Counts in memory, for each instance by itself: n instances allow n times as many, which guessing 256 bits or an argon2 hash does not help. */
@Injectable()
export class SignInLimit implements CanActivate {
  private tries = new Map<string, number>()
  private windowEnds = 0

  canActivate(context: ExecutionContext): boolean {
    const { ip = '' } = context.switchToHttp().getRequest<Request>()
    const now = Date.now()
    if (now >= this.windowEnds) {
      this.tries = new Map()
      this.windowEnds = now + WINDOW_MS
    }
    const count = (this.tries.get(ip) ?? 0) + 1
    this.tries.set(ip, count)
    if (count <= TRIES) return true
    throw new DomainError('too-many-requests', `More than ${TRIES} tries to sign in within a minute.`, {
      remedy: `Wait ${Math.ceil((this.windowEnds - now) / 1000)} seconds.`,
    })
  }
}
