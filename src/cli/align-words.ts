import { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { alignWords, type LanguagePair, type Link, type TokenPair, wordCutter } from '../extraction/index.js'
import { decodeText } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'
import { requireLanguage } from '../shared/language-tag.js'
import { stageProgress } from './stage-progress.js'

interface Options {
  source: string
  target: string
  pretokenised?: boolean
  threads?: string
}

export function alignWordsCommand(): Command {
  return new Command('align-words')
    .description(
      'Which word of a sentence translates which. One line for each line of the file: "0-0 1-2", numbers of tokens from 0 (Pharaoh format).',
    )
    .argument('<file>', 'a sentence, a TAB and its translation on each line')
    .requiredOption('--source <language>', 'language before the TAB, such as zh')
    .requiredOption('--target <language>', 'language behind it, such as en')
    .option('--pretokenised', 'tokens are cut already: they are what stands between spaces')
    .option(
      '--threads <number>',
      'threads that learn; the result is the same (default: one, or what the machine has for much text)',
    )
    .addHelpText('after', '\nExample:\n  termloom align-words sentences.tsv --source zh --target en > links.txt')
    .action(alignFile)
}

async function alignFile(file: string, options: Options): Promise<void> {
  const languages = {
    source: requireLanguage(options.source, 'source'),
    target: requireLanguage(options.target, 'target'),
  }
  const threads = requireThreads(options.threads)
  const pairs = tokenPairs(
    await linesOf(file, languages),
    file,
    options.pretokenised ? cutAtSpaces : cutByLanguage(languages),
  )
  const progress = stageProgress()
  try {
    const links = await alignWords(pairs, { languages, threads, onProgress: (share) => progress.show('learn', share) })
    progress.stop()
    await pipeline(Readable.from(pharaoh(links)), process.stdout, { end: false })
  } finally {
    progress.stop()
  }
}

/** A line a sentence pair, many lines at a time. */
function* pharaoh(links: Iterable<Link[]>): Generator<string> {
  let lines = ''
  for (const linked of links) {
    lines += `${linked.map(([source, target]) => `${source}-${target}`).join(' ')}\n`
    if (lines.length < 1 << 16) continue
    yield lines
    lines = ''
  }
  yield lines
}

function requireThreads(threads: string | undefined): number | undefined {
  if (threads === undefined || /^[1-9]\d?$/.test(threads)) return (threads && Number(threads)) || undefined
  throw new DomainError('invalid-input', `"${threads}" is no number of threads.`, {
    remedy: 'Give a whole number from 1 to 99, or leave --threads out.',
  })
}

async function linesOf(file: string, languages: LanguagePair): Promise<string[]> {
  const { text } = decodeText(await readFile(file), {
    languages: [languages.source, languages.target],
    file: path.basename(file),
  })
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

type Cut = (text: string, side: keyof TokenPair) => string[]

const cutAtSpaces: Cut = (text) => text.split(' ').filter(Boolean)

function cutByLanguage({ source, target }: LanguagePair): Cut {
  const cutters = { source: wordCutter(source), target: wordCutter(target) }
  return (text, side) => cutters[side](text)
}

/** An empty line is a pair of empty sentences, so that line n of the output belongs to line n of the file. */
function* tokenPairs(lines: readonly string[], file: string, cut: Cut): Generator<TokenPair> {
  for (const [number, text] of lines.entries()) {
    const [source, target] = text.split('\t')
    if (target === undefined && source!.trim() !== '')
      throw new DomainError('invalid-input', 'The line has no TAB between a sentence and its translation.', {
        remedy:
          'Put the sentence before and its translation behind one TAB; leave a line empty where there is neither.',
        place: { file: path.basename(file), line: number + 1 },
      })
    yield { source: cut(source ?? '', 'source'), target: cut(target ?? '', 'target') }
  }
}
