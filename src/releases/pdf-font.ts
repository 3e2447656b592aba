import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FontFile } from '../formats/index.js'
import { DomainError } from '../shared/errors.js'

/** Says that printed glossaries are to have the standard fonts of PDF, whatever is installed. */
const NONE = 'none'

/** The font that printed glossaries show all characters with: the configured one, else one that the system has. */
export async function pdfFont(configured: string | null): Promise<FontFile | undefined> {
  const file = configured ?? installedFont()
  if (file === null || file === NONE) return undefined
  try {
    return { name: path.basename(file), bytes: await readFile(file) }
  } catch {
    throw new DomainError('invalid-input', `The font ${path.basename(file)} for PDF cannot be read.`, {
      remedy: 'Let TERMLOOM_PDF_FONT (or --font) name a font file that may be read, or export HTML.',
    })
  }
}

/** Fonts with Chinese, Japanese and Korean characters, where systems and their packages put them; the best first. */
const wellKnown = [
  // Debian, Ubuntu: fonts-noto-cjk; Arch; Fedora; Alpine
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/opentype/source-han-sans/SourceHanSans-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
  // macOS
  '/Library/Fonts/Arial Unicode.ttf',
  '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
  '/System/Library/Fonts/Hiragino Sans GB.ttc',
  '/System/Library/Fonts/STHeiti Light.ttc',
  // Windows
  String.raw`C:\Windows\Fonts\msyh.ttc`,
  String.raw`C:\Windows\Fonts\simsun.ttc`,
]

function installedFont(): string | null {
  return wellKnown.find((file) => existsSync(file)) ?? null
}
