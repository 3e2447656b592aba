/** Several terms of one language in one cell, set apart by a bar; a bar inside a term has a backslash in front. */
export function joinTerms(texts: string[]): string {
  return texts.map((text) => text.replaceAll(/(\\*)\|/g, (_, slashes: string) => `${slashes}${slashes}\\|`)).join(' | ')
}

/** The other way round. Empty places stay, so that the third status goes with the third term. */
export function splitTerms(cell: string): string[] {
  const texts = ['']
  for (const part of cell.split(/(\\*\|)/)) {
    const slashes = part.length - 1
    if (!part.endsWith('|')) texts[texts.length - 1] += part
    else if (slashes % 2 === 0) {
      texts[texts.length - 1] += '\\'.repeat(slashes / 2)
      texts.push('')
    } else texts[texts.length - 1] += '\\'.repeat((slashes - 1) / 2) + '|'
  }
  return texts.map((text) => text.trim())
}
