/** A caption: when it stands on the screen, in milliseconds, and its lines. */
export interface Cue {
  start: number
  end: number
  lines: string[]
  /** In the file, from 1. */
  line: number
}

const time = String.raw`(?:(\d{1,3}):)?(\d{2}):(\d{2})[,.](\d{1,3})`
const timing = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}(\s.*)?$`)

/** True for SubRip (.srt) and WebVTT (.vtt). */
export function looksLikeSubtitles(text: string): boolean {
  const head = text.slice(0, 20_000)
  if (/^\ufeff?WEBVTT(\s|$)/.test(head)) return true
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return lines.slice(0, 3).some((line) => timing.test(line))
}

/** The cues in the order of the file; numbers, names, notes and styles are left out, as are tags inside the text. */
export function parseCues(text: string): Cue[] {
  const cues: Cue[] = []
  let cue: Cue | null = null
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const found = timing.exec(line)
    if (found) {
      cue = { start: milliseconds(found.slice(1, 5)), end: milliseconds(found.slice(5, 9)), lines: [], line: index + 1 }
      cues.push(cue)
    } else if (line.trim() === '') cue = null
    else if (cue) {
      const plain = withoutTags(line)
      if (plain) cue.lines.push(plain)
    }
  }
  return cues.filter(({ lines }) => lines.length > 0)
}

function milliseconds([hours, minutes, seconds, fraction]: (string | undefined)[]): number {
  return (
    (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
    Number((fraction ?? '').padEnd(3, '0'))
  )
}

/** `<i>`, `<c.yellow>`, `<00:01.000>`, `{\an8}` */
function withoutTags(line: string): string {
  return line
    .replaceAll(/<\/?[a-z][^<>]*>|<[\d:.]+>|\{\\[^{}]*\}/gi, '')
    .replaceAll(/&(amp|lt|gt|nbsp);/g, (_whole, name: string) => ({ amp: '&', lt: '<', gt: '>', nbsp: ' ' })[name]!)
    .trim()
}
