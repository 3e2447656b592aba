import type { LanguageTag } from '../../shared/language-tag.js'
import { decodeText } from '../text/decode-text.js'

/**
 * What the entries of an archive are called: readable name -> name as the archive reader has it. Archives say only whether
 * a name is UTF-8; others come byte by byte, and those of Chinese Windows are GBK.
 */
export function readableNames(entries: string[], languages: LanguageTag[]): Map<string, string> {
  return new Map(entries.map((entry) => [readableName(entry, languages), entry]))
}

function readableName(entry: string, languages: LanguageTag[]): string {
  if (!/^[\x20-\xff]*$/.test(entry) || !/[\x80-\xff]/.test(entry)) return entry
  try {
    return decodeText(Buffer.from(entry, 'latin1'), { languages }).text
  } catch {
    return entry
  }
}
