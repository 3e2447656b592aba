import { DomainError } from '../../shared/errors.js'
import { withoutRadicals } from './radicals.js'

/** A line of a page: where it stands, in points from the bottom left corner. */
export interface PdfLine {
  text: string
  left: number
  right: number
  bottom: number
  height: number
}

/** What pdf.js says of a piece of text: its matrix ends in x and y. */
interface TextItem {
  str: string
  transform: number[]
  width: number
  height: number
}

const maxPages = 5000

/** The lines of each page in the order in which the file draws them. The parser is loaded when the first PDF comes. */
export async function pdfPages(bytes: Uint8Array, file: string): Promise<PdfLine[][]> {
  const { getDocumentProxy } = await import('unpdf')
  // pdf.js takes the bytes away from whoever hands them over.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch((error: Error) => {
    throw unreadable(error, file)
  })
  try {
    if (document.numPages > maxPages) throw tooManyPages(document.numPages, file)
    const pages: PdfLine[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOf(items.filter((item): item is typeof item & TextItem => 'str' in item)))
      page.cleanup()
    }
    return pages
  } catch (error) {
    throw error instanceof DomainError ? error : unreadable(error as Error, file)
  } finally {
    await document.destroy()
  }
}

/** Pieces on one height are a line; a gap as wide as a letter is a space. */
function linesOf(items: TextItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  for (const { str, transform, width, height } of items) {
    if (str === '') continue
    const [left = 0, bottom = 0] = transform.slice(4)
    const size = height || Math.abs(transform[3] ?? 0) || 10
    const line = lines.at(-1)
    if (line && Math.abs(line.bottom - bottom) < Math.max(line.height, size) * 0.5 && left >= line.left) {
      const gap = left - line.right > size * 0.25 && !/\s$/.test(line.text) && !str.startsWith(' ')
      line.text += (gap ? ' ' : '') + str
      line.right = Math.max(line.right, left + width)
      line.height = Math.max(line.height, size)
    } else lines.push({ text: str, left, right: left + width, bottom, height: size })
  }
  return lines.map((line) => ({ ...line, text: withoutRadicals(line.text.trim()) })).filter(({ text }) => text !== '')
}

function unreadable(error: Error, file: string): DomainError {
  const locked = error.name === 'PasswordException'
  return new DomainError(
    'unreadable-file',
    locked ? 'The PDF is protected by a password.' : 'The PDF is damaged or cut off.',
    {
      remedy: locked ? 'Save a copy without the password.' : 'Save or download the file again.',
      place: { file },
    },
  )
}

function tooManyPages(count: number, file: string): DomainError {
  return new DomainError('too-large', `The PDF has ${count} pages; at most ${maxPages} are read.`, {
    remedy: 'Split it into smaller files.',
    place: { file },
  })
}
