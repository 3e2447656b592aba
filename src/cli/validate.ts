import { Command, InvalidArgumentError, Option } from 'commander'
import { createReadStream } from 'node:fs'
import { validateTbx, type TbxVerdict } from '../formats/index.js'
import { openProgress } from './byte-progress.js'

interface ValidateOptions {
  format: 'text' | 'json'
  limit: number
  encoding?: string
  quiet?: boolean
}

/** `termloom validate FILE…`: which TBX each is, and every violation with its line. */
export function validateCommand(): Command {
  return new Command('validate')
    .description(
      'Checks TBX files of any edition: dialect and style, and every violation with line, column, rule and remedy. ' +
        'Finds more than the published schemas: empty terms, a language twice, references and addresses that lead nowhere. ' +
        'Exit code 0 only if all are valid.',
    )
    .argument('<files...>', 'TBX of any edition, or - for standard input')
    .addOption(
      new Option('--format <format>', 'text for people and editors, json for programs: one object a line and file')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--limit <n>', 'tell at most so many violations of a file', limit, 1000)
    .option('--encoding <name>', 'encoding of the files, when they do not say it right')
    .option('-q, --quiet', 'tell only files that are not valid')
    .action(validate)
}

function limit(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a number of 1 or more.')
}

async function validate(files: string[], options: ValidateOptions): Promise<void> {
  let invalid = 0
  for (const file of files) {
    const verdict = await verdictOf(file, options)
    if (!verdict.valid) invalid++
    if (options.format === 'json') process.stdout.write(JSON.stringify({ file, ...verdict }) + '\n')
    else if (!verdict.valid || !options.quiet) process.stdout.write(textOf(file, verdict))
  }
  if (files.length > 1 && options.format === 'text')
    process.stdout.write(`${files.length} files: ${files.length - invalid} valid, ${invalid} not valid\n`)
  if (invalid > 0) process.exitCode = 1
}

async function verdictOf(file: string, { encoding, limit }: ValidateOptions): Promise<TbxVerdict> {
  const progress = await openProgress(file)
  const verdict = await validateTbx(file === '-' ? process.stdin : createReadStream(file), {
    file,
    encoding,
    maxViolations: limit,
    onProgress: progress.update,
  })
  progress.stop()
  return verdict
}

/** One line a violation, as compilers and editors read it, then the verdict and what to do, once for each thing to do. */
function textOf(file: string, verdict: TbxVerdict): string {
  const lines = verdict.violations.map(
    ({ line, column, rule, message }) => `${file}:${line}:${column}: ${rule}: ${message}`,
  )
  return [...lines, `${file}: ${summary(verdict)}`, ...remediesOf(verdict)].join('\n') + '\n'
}

function remediesOf({ violations }: TbxVerdict): string[] {
  const counts = new Map<string, number>()
  for (const { rule, remedy } of violations)
    counts.set(`${rule}: ${remedy}`, (counts.get(`${rule}: ${remedy}`) ?? 0) + 1)
  const width = String(Math.max(0, ...counts.values())).length
  return [...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => `  ${String(count).padStart(width)}  ${what}`)
}

function summary({ valid, dialect, style, checkedAs, violations, more, entries, terms }: TbxVerdict): string {
  const declared = [dialect ?? 'no dialect declared', style].filter(Boolean).join(', ')
  const contents = `${entries} entries, ${terms} terms`
  if (valid) return `valid (${declared}; checked as ${checkedAs}; ${contents})`
  const count = violations.length + more
  const shown = more > 0 ? `, ${violations.length} of them told` : ''
  return `not valid: ${count} ${count === 1 ? 'violation' : 'violations'}${shown} (${declared}; checked as ${checkedAs}; ${contents})`
}
