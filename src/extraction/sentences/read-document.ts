import { DomainError } from '../../shared/errors.js'
import { CleaningCounter, cleanText, foldScript } from '../text/clean.js'
import type { Bead, BilingualDocument, IntakeWarning, LanguagePair, Passage, SentencePair } from '../types.js'
import { alignUnits } from './align-units.js'
import { unitMaker, weigh, type UnitMaker } from './evidence.js'
import { paragraphsOf, type Paragraph } from './paragraphs.js'
import { splitSentences } from './split-sentences.js'
import { refuseUnlessBilingual, sideTeller, type Side } from './tell-language.js'

/** Something that takes time tells how much of it is done, 0..1. */
interface Watched {
  onProgress?: (share: number) => void
}

export interface MixedText extends Watched {
  name: string
  text: string
  languages: LanguagePair
}

/** A file in which both languages stand: in blocks, line by line, or one whole text after the other. */
export function readMixedText({ name, text, languages, onProgress }: MixedText): BilingualDocument {
  const paragraphs = paragraphsOf(text, sideTeller(languages))
  const sides = paragraphs.map(({ side }) => side)
  refuseUnlessBilingual(sides, paragraphs, languages, name)
  return alignParagraphs({
    name,
    languages,
    texts: { source: text, target: text },
    source: ofSide(paragraphs, 'source'),
    target: ofSide(paragraphs, 'target'),
    warnings: otherLanguages(paragraphs),
    onProgress,
  })
}

export interface ParallelTexts extends Watched {
  name: string
  sourceText: string
  targetText: string
  languages: LanguagePair
  /** Line n of one text answers line n of the other. */
  aligned?: boolean
  /** What is aligned: the sentences of the texts, or their lines as they are, numbered as in the files. Default: sentences. */
  unit?: 'sentence' | 'line'
}

/** Two texts, each in one language. */
export function readParallelTexts({
  name,
  sourceText,
  targetText,
  languages,
  aligned,
  unit,
  onProgress,
}: ParallelTexts): BilingualDocument {
  if (aligned) return lineByLine(name, sourceText, targetText, languages)
  if (unit === 'line') return linesAligned({ name, sourceText, targetText, languages })
  const source = paragraphsOf(sourceText, () => 'source')
  const target = paragraphsOf(targetText, () => 'target')
  for (const [side, paragraphs] of [
    ['source', source],
    ['target', target],
  ] as const)
    if (paragraphs.length === 0)
      throw new DomainError('invalid-input', `The ${side} text is empty.`, {
        remedy: 'Give a text for each language.',
        place: { file: name },
      })
  return alignParagraphs({
    name,
    languages,
    texts: { source: sourceText, target: targetText },
    source,
    target,
    warnings: [],
    onProgress,
  })
}

export interface AlignedSegments extends Watched {
  name: string
  segments: readonly { source: string; target: string; line?: number }[]
  languages: LanguagePair
}

/** Pairs that the file itself made. Longer ones are aligned sentence by sentence inside, never across. */
export function readAlignedSegments({ name, segments, languages, onProgress }: AlignedSegments): BilingualDocument {
  const join = (side: 'source' | 'target') => {
    const paragraphs: Paragraph[] = []
    let start = 0
    for (const [i, segment] of segments.entries()) {
      const text = segment[side]
      paragraphs.push({ text, start, line: segment.line ?? i + 1, side, run: i })
      start += text.length + 1
    }
    return { text: segments.map((segment) => segment[side]).join('\n'), paragraphs }
  }
  const source = join('source')
  const target = join('target')
  const beads = segments.map((_, i): Bead => ({ source: [i], target: [i], score: 1 }))
  return finish(
    {
      name,
      languages,
      texts: { source: source.text, target: target.text },
      source: source.paragraphs,
      target: target.paragraphs,
      warnings: [],
      onProgress,
    },
    beads,
  )
}

/** Beads with text on both sides, for extraction. */
export function sentencePairs(document: BilingualDocument): SentencePair[] {
  const pairs: SentencePair[] = []
  for (const { source, target, score } of document.beads)
    if (source.length > 0 && target.length > 0)
      pairs.push({
        document: document.name,
        source: joined(document.sourceText, document.sourceSentences, source),
        target: joined(document.targetText, document.targetSentences, target),
        score,
      })
  return pairs
}

/** Several sentences as one passage, from where the first begins to where the last ends, as the text stood. */
export function joined(text: string, sentences: readonly Passage[], indexes: readonly number[]): Passage {
  const first = sentences[indexes[0]!]!
  const last = sentences[indexes.at(-1)!]!
  return indexes.length === 1
    ? first
    : { text: text.slice(first.start, last.start + last.text.length), start: first.start, line: first.line }
}

interface Halves extends Watched {
  name: string
  languages: LanguagePair
  texts: { source: string; target: string }
  source: Paragraph[]
  target: Paragraph[]
  warnings: IntakeWarning[]
}

/** Paragraphs first, then the sentences inside each bead of paragraphs. */
function alignParagraphs(halves: Halves): BilingualDocument {
  const { onProgress } = halves
  const make = unitMaker(halves.languages)
  const beads = pairParagraphs(halves, make)
  onProgress?.(0.5)
  const inner = onProgress && ((share: number) => onProgress(0.5 + share / 2))
  return finish({ ...halves, onProgress: inner }, beads, make)
}

/** By what they say and where they stand. A function of its own: what is known of their words is let go before the sentences come. */
function pairParagraphs(halves: Halves, make: UnitMaker): Bead[] {
  const source = halves.source.map(({ text }) => make.source(text))
  halves.onProgress?.(0.1)
  const target = halves.target.map(({ text }) => make.target(text))
  halves.onProgress?.(0.2)
  weigh(source)
  weigh(target)
  const isMixed = halves.texts.source === halves.texts.target
  const nearness = (i: number, j: number): number => {
    const distance = Math.abs(halves.source[i]!.run - halves.target[j]!.run)
    return distance === 1 ? 0.25 : 0
  }
  const runs = Math.max(lastRun(halves.source), lastRun(halves.target))
  const blocks = { source: halves.source.map(({ run }) => run), target: halves.target.map(({ run }) => run) }
  return alignUnits(
    source,
    target,
    isMixed ? { blocks, ...(runs > 2 ? { nearness, expected: besideInFile(halves) } : {}) } : {},
  )
}

const lastRun = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((most, { run }) => Math.max(most, run), -Infinity)

/** For each source paragraph the number of target paragraphs that stand before it in the file. */
function besideInFile({ source, target }: Halves): (i: number) => number {
  const before: number[] = []
  let j = 0
  for (const { start } of source) {
    while (j < target.length && target[j]!.start < start) j++
    before.push(j)
  }
  return (i) => before[i]!
}

/** Paragraphs between two reports of progress. */
const stride = 64

function finish(
  halves: Halves,
  paragraphBeads: Bead[],
  make: UnitMaker = unitMaker(halves.languages),
): BilingualDocument {
  const { name, languages, texts, warnings, onProgress } = halves
  const sourceSentences: Passage[] = []
  const targetSentences: Passage[] = []
  const beads: Bead[] = []
  for (const [at, bead] of paragraphBeads.entries()) {
    if (at % stride === 0) onProgress?.(at / paragraphBeads.length)
    const source = bead.source.flatMap((i) => sentencesOf(halves.source[i]!, languages.source))
    const target = bead.target.flatMap((j) => sentencesOf(halves.target[j]!, languages.target))
    for (const inner of alignSentences(source, target, make, bead.score))
      beads.push({
        source: inner.source.map((i) => i + sourceSentences.length),
        target: inner.target.map((j) => j + targetSentences.length),
        score: inner.score,
      })
    sourceSentences.push(...source)
    targetSentences.push(...target)
  }
  return {
    name,
    languages,
    sourceText: texts.source,
    targetText: texts.target,
    sourceSentences,
    targetSentences,
    beads,
    cleaning: cleaningOf([...sourceSentences, ...targetSentences]),
    warnings: [...warnings, ...unalignedIn(beads, sourceSentences, targetSentences)],
  }
}

function alignSentences(source: Passage[], target: Passage[], make: UnitMaker, score: number): Bead[] {
  if (source.length === 0) return target.map((_, j) => ({ source: [], target: [j], score: 0 }))
  if (target.length === 0) return source.map((_, i) => ({ source: [i], target: [], score: 0 }))
  if (source.length === 1 && target.length === 1) return [{ source: [0], target: [0], score }]
  const sourceUnits = source.map(({ text }) => make.source(text))
  const targetUnits = target.map(({ text }) => make.target(text))
  weigh(sourceUnits)
  weigh(targetUnits)
  return alignUnits(sourceUnits, targetUnits)
}

function sentencesOf(paragraph: Paragraph, language: string): Passage[] {
  let line = paragraph.line
  let from = 0
  return splitSentences(paragraph.text, language).map(({ start, end }) => {
    for (; from < start; from++) if (paragraph.text[from] === '\n') line++
    return { text: paragraph.text.slice(start, end), start: paragraph.start + start, line }
  })
}

function lineByLine(name: string, sourceText: string, targetText: string, languages: LanguagePair): BilingualDocument {
  const source = linesOf(sourceText, 'source')
  const target = linesOf(targetText, 'target')
  if (source.length !== target.length)
    throw new DomainError(
      'invalid-input',
      `The texts are not aligned: ${source.length} lines against ${target.length}.`,
      {
        remedy: 'Make line n of one the translation of line n of the other, or leave the alignment to Termloom.',
        place: { file: name, line: Math.min(source.length, target.length) + 1 },
      },
    )
  const sides = { source: source.map(passageOf), target: target.map(passageOf) }
  const beads = source.map((_, i): Bead => {
    const [here, there] = [sides.source[i]!.text !== '', sides.target[i]!.text !== '']
    return { source: here ? [i] : [], target: there ? [i] : [], score: here && there ? 1 : 0 }
  })
  return {
    name,
    languages,
    sourceText,
    targetText,
    sourceSentences: sides.source,
    targetSentences: sides.target,
    beads: beads.filter(({ source, target }) => source.length + target.length > 0),
    cleaning: cleaningOf([...sides.source, ...sides.target]),
    warnings: [],
  }
}

/** Every line is one unit, whatever it holds; a blank one keeps its number and answers nothing. */
function linesAligned({ name, sourceText, targetText, languages }: ParallelTexts): BilingualDocument {
  const make = unitMaker(languages)
  const sides = {
    source: linesOf(sourceText, 'source').map(passageOf),
    target: linesOf(targetText, 'target').map(passageOf),
  }
  const spoken = (passages: Passage[]) => [...passages.keys()].filter((i) => passages[i]!.text.trim() !== '')
  const numbers = { source: spoken(sides.source), target: spoken(sides.target) }
  const source = numbers.source.map((i) => make.source(sides.source[i]!.text))
  const target = numbers.target.map((i) => make.target(sides.target[i]!.text))
  weigh(source)
  weigh(target)
  const beads = alignUnits(source, target).map((bead) => ({
    source: bead.source.map((i) => numbers.source[i]!),
    target: bead.target.map((j) => numbers.target[j]!),
    score: bead.score,
  }))
  return {
    name,
    languages,
    sourceText,
    targetText,
    sourceSentences: sides.source,
    targetSentences: sides.target,
    beads,
    cleaning: cleaningOf([...sides.source, ...sides.target]),
    warnings: unalignedIn(beads, sides.source, sides.target),
  }
}

function linesOf(text: string, side: Side): Paragraph[] {
  const lines: Paragraph[] = []
  let start = 0
  for (const [i, raw] of text.split('\n').entries()) {
    lines.push({ text: raw.replace(/\r$/, ''), start, line: i + 1, side, run: i })
    start += raw.length + 1
  }
  if (lines.at(-1)?.text === '') lines.pop()
  return lines
}

const passageOf = ({ text, start, line }: Paragraph): Passage => ({ text, start, line })

const ofSide = (paragraphs: Paragraph[], side: Side): Paragraph[] =>
  paragraphs.filter((paragraph) => paragraph.side === side)

function cleaningOf(passages: readonly Passage[]) {
  const counter = new CleaningCounter()
  for (const { text } of passages) foldScript(cleanText(text, counter.log).text, counter.log)
  return counter.counts()
}

function otherLanguages(paragraphs: Paragraph[]): IntakeWarning[] {
  const others = paragraphs.filter(({ side }) => side === 'other')
  if (others.length === 0) return []
  return [
    {
      code: 'other-language',
      message: `${others.length} paragraphs are in neither language and were left out.`,
      line: others[0]!.line,
      count: others.length,
    },
  ]
}

function unalignedIn(beads: Bead[], source: Passage[], target: Passage[]): IntakeWarning[] {
  const alone = beads.filter((bead) => bead.source.length === 0 || bead.target.length === 0)
  if (alone.length === 0) return []
  const [first] = alone
  const passage = first!.source.length > 0 ? source[first!.source[0]!]! : target[first!.target[0]!]!
  return [
    {
      code: 'unaligned-sentences',
      message: `${alone.length} sentences have no counterpart in the other language.`,
      line: passage.line,
      count: alone.length,
    },
  ]
}
