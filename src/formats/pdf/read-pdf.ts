import { DomainError } from '../../shared/errors.js'
import type { SourceFile, SourceWarning } from '../source/source-file.js'
import { withoutFurniture } from './page-furniture.js'
import { pdfPages } from './pages.js'
import { paragraphsOf } from './paragraphs.js'

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-')
}

/** The text of a PDF as well as it can be told: a page knows where letters stand, not what belongs together. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const all = await pdfPages(bytes, name)
  const { pages, dropped } = withoutFurniture(all)
  const text = paragraphsOf(pages).join('\n')
  if (!/\p{Letter}/u.test(text)) throw scanned(name, all.length)
  return { kind: 'text', format: 'pdf', text, encoding: 'pdf', warnings: warningsOf(all, dropped) }
}

function warningsOf(pages: { length: number }[], dropped: number): SourceWarning[] {
  const warnings: SourceWarning[] = [
    {
      code: 'pdf-layout',
      message:
        'Lines of a PDF were joined to paragraphs by guess: check the sentences, or use the document it was made from.',
    },
  ]
  if (dropped > 0)
    warnings.push({
      code: 'page-furniture',
      message: `${dropped} page numbers, running heads and feet were left out.`,
      count: dropped,
    })
  const empty = pages.filter(({ length }) => length === 0).length
  if (empty > 0)
    warnings.push({
      code: 'page-without-text',
      message: `${empty} pages hold no text, perhaps pictures of it.`,
      count: empty,
    })
  return warnings
}

function scanned(name: string, pages: number): DomainError {
  return new DomainError(
    'unreadable-file',
    `The PDF has ${pages} pages and no text: it is a scan, or holds pictures only.`,
    {
      remedy: 'Run text recognition (OCR) on it first, or use the document it was made from.',
      place: { file: name },
    },
  )
}
