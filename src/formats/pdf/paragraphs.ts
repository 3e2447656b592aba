import type { PdfLine } from './pages.js'

/** Lines as paragraphs: what goes on in the next line or on the next page is joined. */
export function paragraphsOf(pages: PdfLine[][]): string[] {
  const paragraphs: string[] = []
  const gap = usualGap(pages)
  const right = usualRight(pages)
  let above: PdfLine | null = null
  for (const page of pages)
    for (const [index, line] of page.entries()) {
      if (above && goesOn(above, line, { isNewPage: index === 0, gap, right }))
        paragraphs.push(joined(paragraphs.pop()!, line.text))
      else paragraphs.push(line.text)
      above = line
    }
  return paragraphs
}

interface Habits {
  isNewPage: boolean
  gap: number
  right: number
}

const sentenceEnd = /[.!?。！？…:：;；]["'”’」』)）\]]*$/

/** A paragraph ends with a short line, before a wider gap, a heading in other letters, or text in another script. */
function goesOn(above: PdfLine, line: PdfLine, { isNewPage, gap, right }: Habits): boolean {
  if (Math.abs(above.height - line.height) > above.height * 0.15) return false
  if (isHan(above.text) !== isHan(line.text)) return false
  const ended = sentenceEnd.test(above.text)
  if (isNewPage) return !ended
  const distance = above.bottom - line.bottom
  if (distance > gap * 1.45 || distance < 0) return false
  const isShort = above.right < right * 0.85
  return !(isShort && (ended || !/\p{Ll}|\p{Script=Han}/u.test(line.text[0] ?? '')))
}

const isHan = (text: string): boolean => (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 4

function joined(paragraph: string, line: string): string {
  if (/\p{Ll}-$/u.test(paragraph) && /^\p{Ll}/u.test(line)) return paragraph.slice(0, -1) + line
  const [last, first] = [paragraph.at(-1)!, line[0]!]
  const apart = isWord(last) || isWord(first) || (!wide.test(last) && !wide.test(first))
  return apart ? `${paragraph} ${line}` : paragraph + line
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** A letter or number of a script that sets spaces. */
const isWord = (character: string): boolean => /[\p{Letter}\p{Number}]/u.test(character) && !wide.test(character)

function usualGap(pages: PdfLine[][]): number {
  const gaps = pages.flatMap((page) => page.slice(1).map((line, index) => page[index]!.bottom - line.bottom))
  return median(gaps.filter((gap) => gap > 0)) || 14
}

function usualRight(pages: PdfLine[][]): number {
  const ends = pages.flatMap((page) => page.map(({ right }) => right)).sort((a, b) => a - b)
  return ends[Math.floor(ends.length * 0.9)] ?? 0
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
