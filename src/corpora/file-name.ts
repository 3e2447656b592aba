const LONGEST = 255

/** Control characters, and marks that turn the direction of text around: they make a name look like another. */
const unseen = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** What a file is called, from what a client claims: its last part, readable, of bearable length, never empty. */
export function fileName(claimed: string | undefined): string {
  const last = (claimed ?? '').split(/[/\\]/).at(-1)!
  const clean = withoutHalves(last).normalize('NFC').replaceAll(unseen, '').trim()
  return shortened(clean) || 'document'
}

/** What a file inside an archive is called: `all.zip/zh/report.txt`, of a deep one the archive and its last two parts. */
export function archivedName(claimed: string): string {
  const parts = claimed.split(/[/\\]/).map((part) => fileName(part))
  const whole = parts.join('/')
  return whole.length <= 2 * LONGEST ? whole : shortened([parts[0]!, ...parts.slice(-2)].join('/'))
}

/** Halves of a character that is written in two code units; UTF-8 cannot carry them. */
function withoutHalves(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD')
}

/** Cut in the middle of the name, so that the extension stays. */
function shortened(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= LONGEST) return name
  const extension = Array.from(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '')
  return [...characters.slice(0, LONGEST - extension.length), ...extension].join('')
}
