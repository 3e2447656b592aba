import { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { alignWords, type LanguagePair, type TokenPair, wordCutter } from '../extraction/index.js'
import { decodeText } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'
import { requireLanguage } from '../shared/language-tag.js'
import { stageProgress } from './stage-progress.js'

interface Options {
  source: string
  target: string
  pretokenised?: boolean
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
    .addHelpText('after', '\nExample:\n  termloom align-words sentences.tsv --source zh --target en > links.txt')
    .action(alignFile)
}

async function alignFile(file: string, options: Options): Promise<void> {
  const languages = {
    source: requireLanguage(options.source, 'source'),
    target: requireLanguage(options.target, 'target'),
  }
  const pairs = tokenPairs(
    await linesOf(file, languages),
    file,
    options.pretokenised ? cutAtSpaces : cutByLanguage(languages),
  )
  const progress = stageProgress()
  try {
    const links = await alignWords(pairs, { languages, onProgress: (share) => progress.show('learn', share) })
    progress.stop()
    process.stdout.write(
      links.map((linked) => `${linked.map(([source, target]) => `${source}-${target}`).join(' ')}\n`).join(''),
    )
  } finally {
    progress.stop()
  }
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
function tokenPairs(lines: readonly string[], file: string, cut: Cut): TokenPair[] {
  return lines.map((text, number) => {
    const [source, target] = text.split('\t')
    if (target === undefined && source!.trim() !== '')
      throw new DomainError('invalid-input', 'The line has no TAB between a sentence and its translation.', {
        remedy:
          'Put the sentence before and its translation behind one TAB; leave a line empty where there is neither.',
        place: { file: path.basename(file), line: number + 1 },
      })
    return { source: cut(source ?? '', 'source'), target: cut(target ?? '', 'target') }
  })
}
