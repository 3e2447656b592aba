import { pinyinNoise } from '../../shared/text/pinyin-noise.js'
import { simplifiedCharacter } from '../../shared/text/simplified.js'
import type { CleaningCount } from '../types.js'

/** A text without noise, and the way back: `offsets[i]` is where its i-th code unit stood in the original; one entry more than the text is long. */
export interface CleanText {
  text: string
  offsets: Int32Array
}

/** What was done to a text, kind by kind, examples included. */
export type CleaningLog = (kind: CleaningCount['kind'], from: string, to: string) => void

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/
const ligatures: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
/** Full-width letters, digits and the signs that stand inside terms; Chinese punctuation keeps its width, for it is Chinese. */
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff06\uff0b\uff0d\uff0f\uff03\uff20\uff0e\uff3f]/
const suspicious = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufb00-\ufb06\uff03-\uff5a]|[(（]/

/** Removes readings in brackets, soft hyphens and what is not seen; makes full-width letters half-width and opens ligatures. */
export function cleanText(original: string, log?: CleaningLog): CleanText {
  if (!suspicious.test(original)) return untouched(original)
  const noise = pinyinNoise(original)
  const offsets: number[] = []
  let text = ''
  let skipUntil = -1
  let nextNoise = 0
  for (let at = 0; at < original.length; at++) {
    if (at < skipUntil) continue
    const reading = noise[nextNoise]
    if (reading && reading.start === at) {
      log?.('pinyin', reading.characters + original.slice(reading.start, reading.end), reading.characters)
      skipUntil = reading.end
      nextNoise++
      continue
    }
    const [kept, kind] = cleanCharacter(original[at]!)
    if (kind) log?.(kind, original[at]!, kept)
    for (let i = 0; i < kept.length; i++) offsets.push(at)
    text += kept
  }
  offsets.push(original.length)
  return { text, offsets: Int32Array.from(offsets) }
}

function untouched(text: string): CleanText {
  const offsets = new Int32Array(text.length + 1)
  for (let i = 0; i <= text.length; i++) offsets[i] = i
  return { text, offsets }
}

function cleanCharacter(character: string): [kept: string, kind?: CleaningCount['kind']] {
  if (character === '\u00ad') return ['', 'soft-hyphen']
  if (invisible.test(character)) return ['', 'invisible']
  const opened = ligatures[character]
  if (opened) return [opened, 'ligature']
  if (fullWidth.test(character)) return [character.normalize('NFKC'), 'width']
  return [character]
}

/** Traditional characters in simplified script, one for one, so that offsets stay as they are. */
export function foldScript(text: string, log?: CleaningLog): string {
  let folded = ''
  let isChanged = false
  for (const character of text) {
    const simplified = character > '\u2e7f' ? simplifiedCharacter(character) : character
    if (simplified !== character && simplified.length === character.length) {
      isChanged = true
      log?.('traditional', character, simplified)
      folded += simplified
    } else folded += character
  }
  return isChanged ? folded : text
}

/** The stretch of the original that a stretch of the clean text came from. What was removed inside it is inside; what was removed after it is not. */
export function originalSpan({ offsets }: CleanText, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: offsets[start]!, end: offsets[start]! }
  return { start: offsets[start]!, end: Math.min(offsets[end - 1]! + 1, offsets[offsets.length - 1]!) }
}

/** Collects a log into counts, with up to five different examples a kind. */
export class CleaningCounter {
  private readonly kinds = new Map<CleaningCount['kind'], CleaningCount>()

  readonly log: CleaningLog = (kind, from, to) => {
    let entry = this.kinds.get(kind)
    if (!entry) this.kinds.set(kind, (entry = { kind, count: 0, examples: [] }))
    entry.count++
    if (entry.examples.length < 5 && !entry.examples.some((example) => example.from === from))
      entry.examples.push({ from, to })
  }

  counts(): CleaningCount[] {
    return [...this.kinds.values()].toSorted((one, other) => other.count - one.count)
  }
}
