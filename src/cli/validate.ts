import { Command, Option } from 'commander'
import { createReadStream } from 'node:fs'
import { validateTbx, type TbxVerdict } from '../formats/index.js'
import { openProgress } from './byte-progress.js'

interface ValidateOptions {
  format: 'text' | 'json'
  limit: string
  encoding?: string
}

/** `termloom validate FILE`: which TBX it is, and every violation with its line. */
export function validateCommand(): Command {
  return new Command('validate')
    .description(
      'Checks a TBX file: its dialect and style, and every violation with its line. Exit code 0 only if it is valid.',
    )
    .argument('<file>', 'TBX of any edition, or - for standard input')
    .addOption(new Option('--format <format>', 'how to tell').choices(['text', 'json']).default('text'))
    .option('--limit <n>', 'tell at most so many violations', '1000')
    .option('--encoding <name>', 'encoding of the file, when it does not say it right')
    .action(validate)
}

async function validate(file: string, { format, limit, encoding }: ValidateOptions): Promise<void> {
  const progress = await openProgress(file)
  const verdict = await validateTbx(file === '-' ? process.stdin : createReadStream(file), {
    file,
    encoding,
    maxViolations: Number(limit) || 1000,
    onProgress: progress.update,
  })
  progress.stop()
  process.stdout.write(format === 'json' ? JSON.stringify({ file, ...verdict }) + '\n' : textOf(file, verdict))
  if (!verdict.valid) process.exitCode = 1
}

/** One line a violation, as compilers and editors read it, then the verdict. */
function textOf(file: string, verdict: TbxVerdict): string {
  const lines = verdict.violations.map(
    ({ line, column, rule, message }) => `${file}:${line}:${column}: ${rule}: ${message}`,
  )
  return [...lines, `${file}: ${summary(verdict)}`].join('\n') + '\n'
}

function summary({ valid, dialect, style, checkedAs, violations, more, entries, terms }: TbxVerdict): string {
  const declared = [dialect ?? 'no dialect declared', style].filter(Boolean).join(', ')
  const contents = `${entries} entries, ${terms} terms`
  if (valid) return `valid (${declared}; checked as ${checkedAs}; ${contents})`
  const count = violations.length + more
  const shown = more > 0 ? `, ${violations.length} of them told` : ''
  return `not valid: ${count} ${count === 1 ? 'violation' : 'violations'}${shown} (${declared}; checked as ${checkedAs}; ${contents})`
}
