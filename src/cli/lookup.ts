import { Command, InvalidArgumentError, Option } from 'commander'
import { type LookupAnswer, LookupService } from '../lookup/lookup.service.js'
import { type SearchMode, searchModes } from '../matching/index.js'
import { operator, scopeFrom, type ScopeOptions, withScope } from './glossary-scope.js'
import { printTable } from './print-table.js'
import { withServices } from './with-services.js'

interface Options extends ScopeOptions {
  mode: SearchMode
  limit: number
  format: 'table' | 'jsonl'
}

export const lookupCommand = withScope(new Command('lookup'))
  .description('Looks a term up in a published glossary.')
  .argument('<text>', 'a term, its beginning, or something like it')
  .addOption(new Option('--mode <mode>', 'how near a term must be').choices(searchModes).default('fuzzy'))
  .option('--limit <n>', 'most answers', wholeNumber, 20)
  .addOption(new Option('--format <format>').choices(['table', 'jsonl']).default('table'))
  .action((text: string, options: Options) =>
    withServices(async (app) => {
      const scope = await scopeFrom(app, options)
      const answers = await app.get(LookupService).lookup(operator, scope, text, options)
      if (options.format === 'jsonl') for (const answer of answers) process.stdout.write(`${JSON.stringify(answer)}\n`)
      else if (answers.length > 0)
        printTable([scope.source.toUpperCase(), scope.target.toUpperCase(), 'FOUND'], answers.map(row))
      else process.stderr.write(`“${text}” is not in the glossary.\n`)
    }),
  )

function row({ source, targets, way }: LookupAnswer): string[] {
  const translations = targets.map(({ text, forbidden }) => (forbidden ? `(not: ${text})` : text))
  return [source.text, translations.join('; '), way]
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 999.')
  return Number(text)
}
