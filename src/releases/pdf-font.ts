import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FontFile } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'

/** The font file that is configured for printed glossaries. */
export async function pdfFont(file: string | null): Promise<FontFile | undefined> {
  if (file === null) return undefined
  try {
    return { name: path.basename(file), bytes: await readFile(file) }
  } catch {
    throw new DomainError('invalid-input', `The font ${path.basename(file)} for PDF cannot be read.`, {
      remedy: 'Let TERMLOOM_PDF_FONT (or --font) name a font file that may be read, or export HTML.',
    })
  }
}
