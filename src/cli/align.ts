import { Command, Option } from 'commander'
import { joined, type Bead, type BilingualDocument, type Passage } from '../extraction/index.js'
import { requireLanguage } from '../shared/language-tag.js'
import { DomainError } from '../shared/errors.js'
import { bilingualInputs, documentsOf } from './corpus-of.js'

const formats = ['tsv', 'jsonl'] as const

interface Options {
  source: string
  target: string
  format: (typeof formats)[number]
  sourceFile?: string
  targetFile?: string
  aligned?: boolean
  split?: boolean
}

export function alignCommand(): Command {
  return new Command('align')
    .description(
      'Sentences of parallel documents and what translates them, one bead a line: numbers of the source sentences, ' +
        'numbers of the target sentences (from 0, joined by commas, empty for none), score, source text, target text.',
    )
    .argument('[input...]', bilingualInputs)
    .requiredOption('--source <language>', 'language of the first column, such as zh')
    .requiredOption('--target <language>', 'the other language, such as en')
    .addOption(new Option('--format <format>', 'what to print').choices([...formats]).default('tsv'))
    .option(
      '--source-file <file>',
      'a text in the source language only, a sentence a line, together with --target-file',
    )
    .option('--target-file <file>', 'its translation, a sentence a line')
    .option('--split', 'lines of the two files hold paragraphs: cut them into sentences first')
    .option('--aligned', 'line n of one file translates line n of the other')
    .addHelpText(
      'after',
      '\nExample:\n  termloom align report.txt --source zh --target en\n  termloom align --source-file report.zh --target-file report.en --source zh --target en',
    )
    .action(align)
}

async function align(
  inputs: string[],
  { source, target, format, sourceFile, targetFile, aligned, split }: Options,
): Promise<void> {
  if ((sourceFile === undefined) !== (targetFile === undefined))
    throw new DomainError('invalid-input', 'Two texts belong together.', {
      remedy: 'Give both --source-file and --target-file.',
    })
  const languages = { source: requireLanguage(source, 'source'), target: requireLanguage(target, 'target') }
  const unit = split ? 'sentence' : 'line'
  const print = format === 'tsv' ? tsvLine : jsonLine
  for (const document of await documentsOf({ inputs, languages, sourceFile, targetFile, aligned, unit }))
    for (const bead of document.beads) process.stdout.write(`${print(bead, document)}\n`)
}

function tsvLine(bead: Bead, document: BilingualDocument): string {
  const { source, target } = sidesOf(bead, document)
  return [bead.source.join(','), bead.target.join(','), bead.score, oneLine(source?.text), oneLine(target?.text)].join(
    '\t',
  )
}

function jsonLine(bead: Bead, document: BilingualDocument): string {
  const { source, target } = sidesOf(bead, document)
  return JSON.stringify({
    document: document.name,
    source: bead.source,
    target: bead.target,
    score: bead.score,
    sourceText: source?.text ?? '',
    targetText: target?.text ?? '',
    sourceAt: source && { offset: source.start, line: source.line },
    targetAt: target && { offset: target.start, line: target.line },
  })
}

function sidesOf(bead: Bead, document: BilingualDocument): { source?: Passage; target?: Passage } {
  const side = (text: string, sentences: readonly Passage[], indexes: readonly number[]) =>
    indexes.length > 0 ? joined(text, sentences, indexes) : undefined
  return {
    source: side(document.sourceText, document.sourceSentences, bead.source),
    target: side(document.targetText, document.targetSentences, bead.target),
  }
}

/** A text on one line of a table: tabs and line ends become spaces. */
const oneLine = (text = ''): string => text.replaceAll(/\s*[\t\r\n]+\s*/g, ' ')
