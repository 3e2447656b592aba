import { Command, Option } from 'commander'
import { mostSegments } from '../lookup/glossary-door.js'
import { type ScopeOptions, withGlossary, withScope } from './glossary-scope.js'
import { inBatches, linesOf } from './lines.js'

export const recognizeCommand = withScope(new Command('recognize'))
  .description('Finds all terms of a published glossary in a text, line by line; prints one JSON object a line.')
  .argument('[file]', 'a text file; stdin when nothing is said')
  .addOption(
    new Option('--overlap <which>', 'the longest terms, or all').choices(['longest', 'all']).default('longest'),
  )
  .action((file: string | undefined, options: ScopeOptions & { overlap: 'longest' | 'all' }) =>
    withGlossary(options, async ({ door, asked }) => {
      for await (const lines of inBatches(linesOf(file), mostSegments)) {
        const segments = lines.map(({ text }) => text)
        const recognized = await door.recognize(asked, segments, options.overlap)
        recognized.forEach((matches, index) =>
          process.stdout.write(`${JSON.stringify({ line: lines[index]!.line, segment: segments[index], matches })}\n`),
        )
      }
    }),
  )
