import { Command, CommanderError } from 'commander'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { reportFailure } from './report-failure.js'

/** One row a command, in the order of the help. Each is loaded only when it is called: `extract` needs no database. */
const commands: [name: string, summary: string, load: () => Promise<Command>][] = [
  ['serve', 'start the server and its page', async () => (await import('./serve.js')).serveCommand],
  ['extract', 'extract term pairs from documents', async () => (await import('./extract.js')).extractCommand()],
  ['align', 'align the sentences of parallel texts', async () => (await import('./align.js')).alignCommand()],
  [
    'align-words',
    'find which words of parallel sentences translate each other',
    async () => (await import('./align-words.js')).alignWordsCommand(),
  ],
  ['convert', 'convert a glossary to another format', async () => (await import('./convert.js')).convertCommand()],
  [
    'validate',
    'check a TBX file and say what is wrong, line by line',
    async () => (await import('./validate.js')).validateCommand(),
  ],
  ['import', 'import a glossary file into a termbase', async () => (await import('./import.js')).importCommand()],
  [
    'ranking',
    'what decisions have taught the queue; reset, export, import',
    async () => (await import('./ranking.js')).rankingCommand,
  ],
  ['publish', 'publish the approved concepts as a release', async () => (await import('./publish.js')).publishCommand],
  ['releases', 'list the releases', async () => (await import('./releases.js')).releasesCommand],
  [
    'changelog',
    'tell what changed between two releases, as Markdown',
    async () => (await import('./changelog.js')).changelogCommand,
  ],
  ['export', 'write a release in a glossary format', async () => (await import('./export.js')).exportCommand],
  ['lookup', 'look a term up', async () => (await import('./lookup.js')).lookupCommand],
  ['recognize', 'find the terms in a text', async () => (await import('./recognize.js')).recognizeCommand],
  ['check', 'check a translation against a glossary', async () => (await import('./check.js')).checkCommand],
  ['mcp', 'serve a glossary to AI translators', async () => (await import('./mcp.js')).mcpCommand],
  ['user', 'people who may sign in', async () => (await import('./user.js')).userCommand],
  ['key', 'API keys for programs', async () => (await import('./key.js')).keyCommand],
  ['backup', 'write the whole database to a file', async () => (await import('./backup.js')).backupCommand],
  ['restore', 'read a backup into an empty database', async () => (await import('./restore.js')).restoreCommand],
  ['openapi', 'print the description of the HTTP API', async () => (await import('./openapi.js')).openapiCommand],
]

const EXIT_FAILED = 1
const EXIT_USAGE = 2

/** @param argv as Node gives it: the first two are the program itself */
export async function run(argv: string[]): Promise<void> {
  quietWhenNobodyReads()
  try {
    const program = await programFor(argv)
    await program.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE
    else {
      reportFailure(error)
      process.exitCode = EXIT_FAILED
    }
  }
}

async function programFor(argv: string[]): Promise<Command> {
  const program = new Command('termloom')
    .description('Parallel documents in, a glossary people trust out.')
    .version(version(), '-V, --version')
    .exitOverride()
    .showHelpAfterError('(see termloom --help)')
    .configureHelp({ showGlobalOptions: true })
  const called = argv.slice(2).find((argument) => !argument.startsWith('-'))
  const wanted = called === 'help' ? argv[argv.indexOf('help') + 1] : called
  for (const [name, summary, load] of commands) {
    const command = name === wanted ? await load() : new Command(name)
    program.addCommand(withUsageErrors(command.name(name).summary(summary)))
  }
  return program
}

/** Wrong usage is told by an exception here as well, in every sub-command, so that one place chooses the exit code. */
function withUsageErrors(command: Command, parent = 'termloom'): Command {
  const path = `${parent} ${command.name()}`
  command.exitOverride().showHelpAfterError(`(see ${path} --help)`)
  for (const child of command.commands) withUsageErrors(child, path)
  return command
}

function version(): string {
  const file = path.resolve(import.meta.dirname, '../../../package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** `termloom … | head` closes the pipe early: that is no failure. */
function quietWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
