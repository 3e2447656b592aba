import { WordClass } from './word-classes.js'

/** Opening mark → marks that close it, over the habits of all languages (Unicode 16, section 6.2, "Language-Based Usage of Quotation Marks"). */
const closersOf: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '【': '】',
  '"': '"',
}

/** The longest quotation that can be part of a name, in tokens; what is longer is somebody's speech. */
const longestQuotation = 10

/**
 * Gives the quotation marks of one sentence that come in pairs around a short stretch the classes `quoting` and `quoted`, in
 * place: a term may hold the whole of such a quotation, never half of it. Marks without a partner stay as they were.
 */
export function markQuotations(texts: readonly string[], classes: Uint8Array): void {
  for (let at = 0; at < texts.length; at++) {
    const closers = classes[at] === WordClass.break ? closersOf[texts[at]!] : undefined
    if (!closers) continue
    const last = Math.min(texts.length - 1, at + 1 + longestQuotation)
    for (let end = at + 1; end <= last; end++) {
      if (classes[end] !== WordClass.break || !closers.includes(texts[end]!)) continue
      if (end > at + 1) {
        classes[at] = WordClass.quoting
        classes[end] = WordClass.quoted
        at = end
      }
      break
    }
  }
}
