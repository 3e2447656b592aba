import type { INestApplicationContext } from '@nestjs/common'
import { Command, Option } from 'commander'
import { readFile } from 'node:fs/promises'
import { LearnRankingJob } from '../candidates/ranking/learn-ranking.job.js'
import type { RankingRecord } from '../candidates/ranking/ranking-record.js'
import { RankingsService } from '../candidates/ranking/rankings.service.js'
import { DomainError } from '../shared/errors.js'
import { actingPerson } from './acting-person.js'
import { chosenTermbase } from './glossary-scope.js'
import { printTable } from './print-table.js'
import { withServices } from './with-services.js'
import { writeTo } from './write-to.js'

interface Options {
  termbase?: string
  user?: string
  json?: boolean
  export?: string
  import?: string
  learn?: boolean
  reset?: boolean
  undo?: boolean
}

/** One of them at a time. */
const actions = {
  export: ['--export <file>', 'write what was learnt to a file; - for standard output'],
  import: ['--import <file>', 'start from what another termbase has learnt'],
  learn: ['--learn', 'learn now from all decisions'],
  reset: ['--reset', 'back to the ranking as shipped; only later decisions teach'],
  undo: ['--undo', 'take back the last reset or import'],
} as const

export const rankingCommand = new Command('ranking')
  .description('Shows what decisions have taught the queue of a termbase, or changes it.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .option('--json', 'print it as JSON')
  .option('--user <name>', 'who changes it; the first administrator when nobody is named')
  .action((options: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, options.termbase)
      if (options.export !== undefined) return exportTo(app, id, options.export)
      await change(app, id, options)
      const ranking = await app.get(RankingsService).get(id)
      if (options.json) process.stdout.write(`${JSON.stringify(ranking)}\n`)
      else print(ranking)
    }),
  )

async function exportTo(app: INestApplicationContext, termbaseId: string, output: string): Promise<void> {
  const { file } = await app.get(RankingsService).export(termbaseId)
  const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`)
  await writeTo(output, oneChunk(bytes))
}

// oxlint-disable-next-line typescript/require-await -- one chunk, as a stream has it
async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The run that a change asks for is done here and now, so that it is seen although no server may be running. */
async function change(app: INestApplicationContext, termbaseId: string, options: Options): Promise<void> {
  if (!options.import && !options.learn && !options.reset && !options.undo) return
  const rankings = app.get(RankingsService)
  const actor = await actingPerson(app, options.user)
  if (options.import) await rankings.import(actor, termbaseId, await jsonIn(options.import))
  else if (options.reset) await rankings.reset(actor, termbaseId)
  else if (options.undo) await rankings.restore(actor, termbaseId)
  else await rankings.learn(actor, termbaseId)
  const context = { jobId: '', createdBy: actor.id, signal: new AbortController().signal, progress: () => {} }
  const { rescored } = await app.get(LearnRankingJob).run({ termbaseId }, context)
  process.stderr.write(`${rescored} open candidates have a new score.\n`)
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new DomainError('unreadable-file', `${file} cannot be read: ${error.code}.`, { place: { file } })
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('unreadable-file', `${file} is no JSON.`, {
      remedy: 'Choose a file that was written by termloom ranking --export.',
      place: { file },
    })
  }
}

const states = {
  waiting: 'Candidates are ranked as shipped.',
  calibrated: 'Candidates are ranked as shipped; their scores say what this termbase accepts.',
  learnt: 'Candidates are ranked by what this termbase accepts.',
}

/** Words on standard error, the table on standard output. */
function print({ state, decisions, needed, quality, features, isImported }: RankingRecord): void {
  const lines = [
    states[state],
    `${decisions.accepted} accepted, ${decisions.rejected} rejected; counting as ${Math.floor(decisions.worth)} of at least ${needed.decisions}.`,
    ...(isImported ? ['It started from the ranking of another termbase.'] : []),
    ...(quality
      ? [
          `Accepted before rejected: ${percent(quality.learnt.inOrder)}, as shipped ${percent(quality.shipped.inOrder)}.`,
        ]
      : []),
  ]
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  if (features.length > 0)
    printTable(
      ['FEATURE', 'WEIGHT', 'UNCERTAINTY', 'MEAN'],
      features.map(({ name, weight, uncertainty, mean }) => [
        name,
        weight.toFixed(3),
        uncertainty.toFixed(3),
        mean.toFixed(3),
      ]),
    )
}

const percent = (share: number) => `${Math.round(share * 100)} %`

for (const [action, [flags, description]] of Object.entries(actions))
  rankingCommand.addOption(
    new Option(flags, description).conflicts(Object.keys(actions).filter((other) => other !== action)),
  )
