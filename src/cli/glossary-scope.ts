import type { INestApplicationContext } from '@nestjs/common'
import { isUUID } from 'class-validator'
import type { Command } from 'commander'
import type { Actor } from '../auth/roles.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import type { Scope } from '../lookup/lookup.service.js'
import { releaseNumber } from '../releases/release-number.js'
import { DomainError } from '../shared/errors.js'
import { requireLanguage } from '../shared/language-tag.js'

/** Whoever can open the database may read all of it. */
export const operator: Actor = { id: '00000000-0000-0000-0000-000000000000', name: 'termloom', role: 'administrator' }

export interface ScopeOptions {
  source?: string
  target?: string
  termbase?: string
  release?: string
}

/** Which glossary is asked, and in which direction. */
export function withScope(command: Command): Command {
  return command
    .option('--source <language>', 'language asked about; the one of the termbase when nothing is said')
    .option('--target <language>', 'language answered in; the one of the termbase when nothing is said')
    .option('--termbase <name>', 'name or id; needed when there are several')
    .option('--release <number>', 'number of a release, or latest', 'latest')
}

export async function scopeFrom(
  app: INestApplicationContext,
  options: ScopeOptions,
): Promise<Scope & { termbase: string }> {
  const { id, sourceLanguage, targetLanguage } = await chosenTermbase(app, options.termbase)
  return {
    source: options.source === undefined ? sourceLanguage : requireLanguage(options.source, 'source'),
    target: options.target === undefined ? targetLanguage : requireLanguage(options.target, 'target'),
    termbase: id,
    release: releaseNumber(options.release ?? 'latest'),
  }
}

/** The termbase of that name or id; without a name the only one there is. */
export async function chosenTermbase(app: INestApplicationContext, name: string | undefined) {
  const termbases = app.get(TermbasesService)
  if (name !== undefined) {
    const found = isUUID(name) ? await termbases.require(name) : await termbases.named(name)
    if (found) return found
    throw new DomainError('not-found', `There is no termbase “${name}”.`, { remedy: await choices(termbases) })
  }
  const [only, ...others] = await termbases.list()
  if (only && others.length === 0) return only
  throw new DomainError('invalid-input', only ? 'There are several termbases.' : 'There is no termbase yet.', {
    remedy: await choices(termbases),
  })
}

async function choices(termbases: TermbasesService): Promise<string> {
  const names = (await termbases.list()).map(({ name }) => `“${name}”`)
  return names.length > 0 ? `Choose one with --termbase: ${names.join(', ')}.` : 'Create one on the page of the server.'
}
