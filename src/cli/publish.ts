import type { INestApplicationContext } from '@nestjs/common'
import { Command, InvalidArgumentError } from 'commander'
import { ReleaseDiffsService, type ReleasePreview } from '../releases/release-diffs.service.js'
import { ReleasesService } from '../releases/releases.service.js'
import { actingPerson } from './acting-person.js'
import { chosenTermbase } from './glossary-scope.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  note?: string
  user?: string
  dryRun?: boolean
  evenUnchanged?: boolean
  bringBack?: number
}

export const publishCommand = new Command('publish')
  .description('Freezes the approved concepts of a termbase as its next release, and prints its number.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .option('--note <text>', 'what is new, for the readers of the release')
  .option('--user <name>', 'who publishes; the first administrator when nobody is named')
  .option('--dry-run', 'tell what would change, and publish nothing')
  .option('--even-unchanged', 'publish also when nothing differs from the newest release')
  .option('--bring-back <number>', 'publish that older release again instead; concepts stay as they are', aNumber)
  .action((options: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, options.termbase)
      if (options.dryRun) return dryRun(app, id, options.bringBack)
      const { note, evenUnchanged, bringBack } = options
      const publishing = { note, evenUnchanged, ...(bringBack !== undefined && { from: bringBack }) }
      const release = await app.get(ReleasesService).publish(await actingPerson(app, options.user), id, publishing)
      process.stderr.write(`Release ${release.number}: ${release.conceptCount} concepts, ${release.termCount} terms.\n`)
      process.stdout.write(`${release.number}\n`)
    }),
  )

/** So many concepts are named; the counts are of all. */
const named = 100

async function dryRun(app: INestApplicationContext, termbaseId: string, bringBack: number | undefined): Promise<void> {
  const diffs = app.get(ReleaseDiffsService)
  const preview =
    bringBack === undefined
      ? await diffs.preview(termbaseId, { limit: named })
      : await diffs.diff(termbaseId, 'latest', bringBack, { limit: named })
  const { added, changed, removed } = preview.counts
  process.stderr.write(`Would add ${added}, change ${changed} and remove ${removed} concepts.\n`)
  for (const kind of ['added', 'changed', 'removed'] as const)
    for (const { number, terms, changes } of preview[kind]) {
      process.stdout.write(
        `${kind}\t${number}\t${terms.map(({ language, text }) => `${language}:${text}`).join('; ')}\n`,
      )
      for (const { path, before, after } of changes)
        process.stdout.write(`\t\t${path}: ${before ?? '-'} -> ${after ?? '-'}\n`)
    }
  if (preview.next) process.stderr.write(`Only the first ${named} are named.\n`)
  if ('warnings' in preview) tellWarnings(preview)
}

const meanings = {
  'missing-language': 'without a term in a language',
  'duplicate-term': 'with a term of another concept',
  'dangling-reference': 'that refer to what is not published',
  'no-usable-term': 'with a language that has no usable term',
}

function tellWarnings({ warnings, isUnchanged }: ReleasePreview): void {
  if (isUnchanged) process.stderr.write('Nothing has changed since the newest release.\n')
  for (const { kind, count, examples } of warnings) {
    const some = examples.map(({ number, text, detail }) => `${number} “${text}” (${detail})`).join(', ')
    process.stderr.write(
      `warning: ${count} concepts ${meanings[kind]}: ${some}${count > examples.length ? ' …' : ''}\n`,
    )
  }
}

function aNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be the number of a release.')
}
