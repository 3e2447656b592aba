import { DomainError } from '../shared/errors.js'
import type { OpenedGlossary } from './visit.js'

/** What an address asks for and there is not. */
export type Missing =
  | { what: 'page' }
  | { what: 'any release' }
  | { what: 'release'; number: number; latest: string }
  | { what: 'concept'; number: number; releases: number[] }

/** Whoever is lost is shown where to go on. */
export class Lost extends DomainError {
  constructor(
    readonly missing: Missing,
    readonly glossary: OpenedGlossary | null = null,
  ) {
    super('not-found', `There is no such ${missing.what === 'any release' ? 'release' : missing.what}.`)
  }
}
