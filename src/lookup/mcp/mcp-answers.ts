import type { TermAnswer } from '../answer.js'
import type { LookupAnswer, RecognizedTerm } from '../answers.js'
import type { CheckedSegment } from '../check-rules.js'

/** Answers in a few words, for a model to read; the whole answer goes beside them as structured content. */
export function lookupText(text: string, items: LookupAnswer[]): string {
  if (items.length === 0) return `“${text}” is not in the glossary.`
  return items.map(({ source, targets, way }) => `${source.text} → ${translations(targets)} (${way})`).join('\n')
}

export function recognizedText(segments: string[], recognized: RecognizedTerm[][]): string {
  const lines = recognized.flatMap((matches, at) =>
    matches.map((match) => `${at + 1}. ${match.text} → ${translations(match.targets)}${remark(match)}`),
  )
  if (lines.length > 0) return lines.join('\n')
  return segments.length === 1 ? 'No term of the glossary stands in this segment.' : 'No term stands in these segments.'
}

export function checkedText(checked: CheckedSegment[]): string {
  const lines = checked.flatMap(({ findings }, at) =>
    findings.map(({ kind, message }) => `${at + 1}. ${kind}: ${message}`),
  )
  return lines.length > 0 ? lines.join('\n') : 'The translation keeps to the glossary.'
}

function remark({ source, doubtful }: RecognizedTerm): string {
  const said = [source.forbidden && 'the source term itself is forbidden', doubtful && `doubtful: ${doubtful}`]
  const remarks = said.filter(Boolean)
  return remarks.length > 0 ? ` [${remarks.join('; ')}]` : ''
}

function translations(targets: TermAnswer[]): string {
  if (targets.length === 0) return '(no translation)'
  return targets.map(({ text, forbidden }) => (forbidden ? `(forbidden: ${text})` : text)).join('; ')
}
