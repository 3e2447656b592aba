import { Command, Option } from 'commander'
import { LookupService } from '../lookup/lookup.service.js'
import { operator, scopeFrom, type ScopeOptions, withScope } from './glossary-scope.js'
import { inBatches, linesOf } from './lines.js'
import { withServices } from './with-services.js'

/** So many segments are asked about at a time. */
const segmentsAtATime = 200

export const recognizeCommand = withScope(new Command('recognize'))
  .description('Finds all terms of a published glossary in a text, line by line; prints one JSON object a line.')
  .argument('[file]', 'a text file; stdin when nothing is said')
  .addOption(
    new Option('--overlap <which>', 'the longest terms, or all').choices(['longest', 'all']).default('longest'),
  )
  .action((file: string | undefined, options: ScopeOptions & { overlap: 'longest' | 'all' }) =>
    withServices(async (app) => {
      const scope = await scopeFrom(app, options)
      for await (const lines of inBatches(linesOf(file), segmentsAtATime)) {
        const segments = lines.map(({ text }) => text)
        const recognized = await app.get(LookupService).recognize(operator, scope, segments, options.overlap)
        recognized.forEach((matches, index) =>
          process.stdout.write(`${JSON.stringify({ line: lines[index]!.line, segment: segments[index], matches })}\n`),
        )
      }
    }),
  )
