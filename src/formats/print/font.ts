import { DomainError } from '../../shared/errors.js'
import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'

/** A font file as a person configured it. */
export interface FontFile {
  name: string
  bytes: Uint8Array
}

/** What a face of a collection is for, by how fonts of East Asia call it. */
const faces: [language: RegExp, face: RegExp][] = [
  [/^zh-(Hant|TW|HK|MO)/, /(TC|HK)/i],
  [/^zh/, /(SC|CN|Hans)/i],
  [/^ja/, /(JP|J\b)/i],
  [/^ko/, /(KR|K\b)/i],
]

/** The name of the face to take from a collection (.ttc), undefined for a file of one face. */
export async function faceOf({ name, bytes }: FontFile, languages: LanguageTag[]): Promise<string | undefined> {
  const { create } = await import('fontkit')
  let font: ReturnType<typeof create>
  try {
    font = create(Buffer.from(bytes))
  } catch {
    throw new DomainError('invalid-input', `${name} is no font that can be read.`, {
      remedy: 'Configure a .ttf, .otf or .ttc file.',
      place: { file: name },
    })
  }
  if (!('fonts' in font)) return undefined
  const names = font.fonts.map(({ postscriptName }) => postscriptName).filter((face) => !/mono/i.test(face))
  const tag = languages.find((language) => ['zh', 'ja', 'ko'].includes(primaryLanguage(language)))
  const wanted = faces.find(([language]) => tag && language.test(tag))?.[1]
  return names.find((face) => wanted?.test(face)) ?? names[0]
}

/** What the standard fonts of PDF can show: Windows code page 1252. */
const latin = /^[\x20-\x7e\u00a0-\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™\s]*$/

/** Without a configured font there are no Chinese characters, and none is put in their place. */
export function refuseWithoutFont(text: string): void {
  if (latin.test(text)) return
  const missing = Array.from(text).find((character) => !latin.test(character))!
  throw new DomainError('invalid-input', `No font was found that shows "${missing}", so no PDF can be made.`, {
    remedy:
      'Install a font that has the characters (Debian: apt-get install fonts-noto-cjk), or let TERMLOOM_PDF_FONT (--font) name its file; or export HTML and print that.',
    fields: { format: ['needs a font for these characters'] },
  })
}
