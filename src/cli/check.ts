import { Command, Option } from 'commander'
import type { CheckedSegment } from '../lookup/check-rules.js'
import { DomainError } from '../shared/errors.js'
import { type ScopeOptions, withGlossary, withScope } from './glossary-scope.js'
import { type Line, linesOf } from './lines.js'

interface TranslatedLine {
  line: number
  source: string
  target: string
}

export const checkCommand = withScope(new Command('check'))
  .description(
    'Checks a translation against a published glossary: approved terms missing, forbidden or inconsistent ones used.',
  )
  .argument('[file]', 'source TAB target on each line; stdin when nothing is said')
  .addOption(new Option('--format <format>').choices(['text', 'jsonl']).default('text'))
  .addHelpText('after', '\nEnds with exit code 1 when there is a finding.')
  .action((file: string | undefined, options: ScopeOptions & { format: 'text' | 'jsonl' }) =>
    withGlossary(options, async ({ door, asked }) => {
      const lines: TranslatedLine[] = []
      // All at once: whether a translation is consistent shows only in the whole.
      for await (const line of linesOf(file)) lines.push(translatedLine(line, file))
      const checked = await door.check(asked, lines)
      const print = options.format === 'jsonl' ? printJson : printText
      checked.forEach((segment, index) => print(segment, lines[index]!, file ?? 'stdin'))
      if (checked.some(({ findings }) => findings.length > 0)) process.exitCode = 1
    }),
  )

function translatedLine({ line, text }: Line, file: string | undefined): TranslatedLine {
  const [source, target, ...rest] = text.split('\t')
  if (source !== undefined && target !== undefined && rest.length === 0) return { line, source, target }
  throw new DomainError('unreadable-file', 'A line must hold the source, one tab and the target.', {
    remedy: 'Write one segment a line, its two sides separated by a tab.',
    place: { file: file ?? 'stdin', line },
  })
}

function printText({ findings }: CheckedSegment, { line }: TranslatedLine, file: string): void {
  for (const { kind, message } of findings) process.stdout.write(`${file}:${line}: ${kind}: ${message}\n`)
}

function printJson({ findings }: CheckedSegment, { line }: TranslatedLine): void {
  for (const finding of findings) process.stdout.write(`${JSON.stringify({ line, ...finding })}\n`)
}
