import { Command, InvalidArgumentError, Option } from 'commander'
import type { LookupAnswer } from '../lookup/lookup.service.js'
import { type SearchMode, searchModes } from '../matching/index.js'
import { type ScopeOptions, withGlossary, withScope } from './glossary-scope.js'
import { printTable } from './print-table.js'

interface Options extends ScopeOptions {
  mode: SearchMode
  limit: number
  format: 'table' | 'jsonl'
}

export const lookupCommand = withScope(new Command('lookup'))
  .description('Looks a term up in a published glossary.')
  .argument('<text>', 'a term, its beginning, or something like it')
  .addOption(new Option('--mode <mode>', 'how near a term must be').choices(searchModes).default('fuzzy'))
  .option('--limit <n>', 'most answers, up to 100', wholeNumber, 20)
  .addOption(new Option('--format <format>').choices(['table', 'jsonl']).default('table'))
  .action((text: string, options: Options) =>
    withGlossary(options, async ({ door, asked }) => {
      const answers = await door.lookup(asked, text, options)
      if (options.format === 'jsonl') for (const answer of answers) process.stdout.write(`${JSON.stringify(answer)}\n`)
      else if (answers.length > 0)
        printTable([asked.source.toUpperCase(), asked.target.toUpperCase(), 'FOUND'], answers.map(row))
      else process.stderr.write(`“${text}” is not in the glossary.\n`)
    }),
  )

function row({ source, targets, way }: LookupAnswer): string[] {
  const translations = targets.map(({ text, forbidden }) => (forbidden ? `(not: ${text})` : text))
  return [source.text, translations.join('; '), way]
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!/^\d{1,3}$/.test(text) || number < 1 || number > 100)
    throw new InvalidArgumentError('It must be a whole number from 1 to 100.')
  return number
}
