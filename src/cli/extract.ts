import { Command, InvalidArgumentError, Option } from 'commander'
import type { ExtractionOptions } from '../extraction/index.js'
import { extractTermPairs, loadEmbedder } from '../extraction/index.js'
import { readConfig } from '../config.js'
import { requireLanguage } from '../shared/language-tag.js'
import { DomainError } from '../shared/errors.js'
import { bilingualInputs, corpusOf } from './corpus-of.js'
import { stageProgress } from './stage-progress.js'
import { formats, printPairs, type Format } from './print-pairs.js'

interface Options {
  source: string
  target: string
  format: Format
  limit?: number
  minScore?: number
  all?: boolean
  keepScript?: boolean
  sourceFile?: string
  targetFile?: string
  aligned?: boolean
  embedder?: string
}

export function extractCommand(): Command {
  return new Command('extract')
    .description('Candidate term pairs of parallel documents, best first. Needs no database and no server.')
    .argument('[input...]', bilingualInputs)
    .requiredOption('--source <language>', 'language that candidates are listed by first, such as zh')
    .requiredOption('--target <language>', 'the other language, such as en')
    .addOption(new Option('--format <format>', 'what to print').choices([...formats]).default('table'))
    .option('--limit <n>', 'print at most so many', positive)
    .option(
      '--min-score <score>',
      'leave out what scores less, 0 to 1 (default: what is too likely wrong is left out)',
      share,
    )
    .option('--all', 'list everything, rivals and fragments of the listed terms as well')
    .option('--keep-script', 'keep the Chinese script of the document instead of writing simplified')
    .option('--source-file <file>', 'a text in the source language only, together with --target-file')
    .option('--target-file <file>', 'its translation')
    .option('--aligned', 'line n of one text translates line n of the other')
    .option('--embedder <module>', 'JavaScript module whose embed(texts) gives vectors (default: TERMLOOM_EMBEDDER)')
    .addHelpText('after', '\nExample:\n  termloom extract report.txt --source zh --target en --limit 40')
    .action(extract)
}

async function extract(inputs: string[], options: Options): Promise<void> {
  const languages = {
    source: requireLanguage(options.source, 'source'),
    target: requireLanguage(options.target, 'target'),
  }
  const embedder = options.embedder ?? readConfig().embedder
  const embed = embedder ? await loadEmbedder(embedder) : undefined
  const corpus = await corpusOf({ inputs, languages, ...texts(options) })
  const progress = stageProgress()
  const extraction: ExtractionOptions = {
    keepScript: options.keepScript,
    limit: options.limit,
    threshold: options.minScore,
    all: options.all,
    shortForms: true,
    embed,
    onProgress: progress.show,
  }
  try {
    const found = await printPairs(progress.endedAtFirst(extractTermPairs(corpus, extraction)), options.format)
    if (found === 0) process.stderr.write('No term pairs were found. --all lists weaker candidates as well.\n')
  } finally {
    progress.stop()
  }
}

function texts({ sourceFile, targetFile, aligned }: Options) {
  if ((sourceFile === undefined) !== (targetFile === undefined))
    throw new DomainError('invalid-input', 'Two texts belong together.', {
      remedy: 'Give both --source-file and --target-file.',
    })
  return { sourceFile, targetFile, aligned }
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return value
}

function share(text: string): number {
  const value = Number(text)
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('It must be a number from 0 to 1.')
  return value
}
