import { DomainError } from '../../shared/errors.js'
import { shareOfScript, type Languages } from '../source/columns.js'
import type { SourceFile, SourceFileOptions, SourceSegment, SourceWarning } from '../source/source-file.js'
import type { DecodedText } from '../text/decode-text.js'
import { parseCues, type Cue } from './parse-cues.js'

/** Captions of both languages at once, line under line, as pairs; captions of one language as text. */
export function readSubtitles(name: string, { text, encoding }: DecodedText, options: SourceFileOptions): SourceFile {
  const cues = cuesOf(name, text)
  const segments = options.languages ? cues.flatMap((cue) => bilingualCue(cue, options.languages!)) : []
  if (segments.length >= cues.length / 2)
    return { kind: 'segments', format: 'subtitles', segments, encoding, languages: options.languages }
  return { kind: 'text', format: 'subtitles', text: cues.map(textOf).join('\n'), encoding }
}

/** Two files of captions: what stands on the screen at the same time translates each other. */
export function pairSubtitles(
  source: { name: string; text: string },
  target: { name: string; text: string },
): { segments: SourceSegment[]; warnings: SourceWarning[] } {
  const [sources, targets] = [cuesOf(source.name, source.text), cuesOf(target.name, target.text)]
  const segments: SourceSegment[] = []
  let alone = 0
  let [at, to] = [0, 0]
  while (at < sources.length && to < targets.length) {
    if (!together(sources[at]!, targets[to]!)) {
      alone++
      if (sources[at]!.end <= targets[to]!.end) at++
      else to++
      continue
    }
    const [first, second] = [at++, to++]
    for (let grown = true; grown;) {
      const before = at + to
      while (to < targets.length && shownWith(sources.slice(first, at), targets[to]!)) to++
      while (at < sources.length && shownWith(targets.slice(second, to), sources[at]!)) at++
      grown = at + to > before
    }
    segments.push({
      source: sources.slice(first, at).map(textOf).join(' '),
      target: targets.slice(second, to).map(textOf).join(' '),
      line: sources[first]!.line,
    })
  }
  alone += sources.length - at + targets.length - to
  return { segments, warnings: alone === 0 ? [] : [withoutCounterpart(alone)] }
}

/** Shown at the same time for more than half of the shorter one. */
function together(a: Cue, b: Cue): boolean {
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return overlap > Math.min(a.end - a.start, b.end - b.start) / 2
}

const shownWith = (cues: Cue[], other: Cue): boolean => cues.some((cue) => together(cue, other))

function cuesOf(name: string, text: string): Cue[] {
  const cues = parseCues(text)
  if (cues.length > 0) return cues
  throw new DomainError('unreadable-file', 'The file holds no caption with text.', {
    remedy: 'Choose a .srt or .vtt file with captions.',
    place: { file: name },
  })
}

const textOf = ({ lines }: Cue): string => lines.join(' ')

function bilingualCue({ lines, line }: Cue, { source, target }: Languages): SourceSegment[] {
  const isTarget = (text: string) => shareOfScript(text, target) > shareOfScript(text, source)
  const sources = lines.filter((text) => !isTarget(text))
  const targets = lines.filter(isTarget)
  if (sources.length === 0 || targets.length === 0) return []
  return [{ source: sources.join(' '), target: targets.join(' '), line }]
}

function withoutCounterpart(count: number): SourceWarning {
  return {
    code: 'cues-without-counterpart',
    message: `${count} captions have none in the other file at the same time; they were left out.`,
    count,
  }
}
