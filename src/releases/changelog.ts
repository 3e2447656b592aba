import { administrativeStatuses } from '../glossary/concept-record.js'
import type { TermMove } from './moved-terms.js'
import { type ConceptDifference, type DifferenceKind, differenceKinds, type FieldChange } from './release-diff.js'

export interface ChangelogHead {
  title: string
  from: number
  to: number
  publishedAt: Date
  note: string
  counts: Record<DifferenceKind, number>
}

const titles: Record<DifferenceKind, string> = { added: 'Added', changed: 'Changed', removed: 'Removed' }

/** The differences as Markdown (CommonMark), written while they are read. */
export async function* changelog(
  head: ChangelogHead,
  differences: (kind: DifferenceKind) => AsyncIterable<{ difference: ConceptDifference }>,
): AsyncGenerator<string> {
  const { title, from, to, publishedAt, note, counts } = head
  yield `# ${plain(title)}: release ${to} since release ${from}\n\n`
  yield (
    `Published on ${publishedAt.toISOString().slice(0, 10)}: ` +
      `${counts.added} added, ${counts.changed} changed, ${counts.removed} removed.\n`
  )
  if (note)
    yield `\n${note
      .split(/\r?\n/)
      .map((line) => `> ${plain(line)}`.trimEnd())
      .join('\n')}\n`
  for (const kind of differenceKinds) {
    if (counts[kind] === 0) continue
    yield `\n## ${titles[kind]}\n\n`
    for await (const { difference } of differences(kind)) yield conceptLines(difference)
  }
  if (differenceKinds.every((kind) => counts[kind] === 0)) yield '\nNothing that a concept says has changed.\n'
}

function conceptLines({ number, terms, changes, moved = [] }: ConceptDifference): string {
  const languages = [...new Set(terms.map(({ language }) => language))]
  const name = languages.map((language) => `${language}: ${namesIn(terms, language)}`).join('; ')
  return `- **${number}** ${name}\n${[...changes.map(changeLine), ...moved.map(moveLine)].join('')}`
}

function namesIn(terms: ConceptDifference['terms'], language: string): string {
  const own = terms.filter((term) => term.language === language)
  return own.map(({ text, status }) => (isForbidden(status) ? `~~${plain(text)}~~` : plain(text))).join(', ')
}

function changeLine({ path, before, after }: FieldChange): string {
  const [was, is] = [before, after].map((value) => value !== null && plain(value))
  if (was === false) return `  - ${plain(path)}: ${is} (new)\n`
  return is === false ? `  - ${plain(path)}: ~~${was}~~\n` : `  - ${plain(path)}: ~~${was}~~ → ${is}\n`
}

function moveLine({ language, text, from, to }: TermMove): string {
  return `  - ${plain(`${language} › ${text}`)}: ${from ? `from ${from.number}` : `now in ${to!.number}`}\n`
}

function isForbidden(status: string): boolean {
  return administrativeStatuses.indexOf(status as never) >= 2
}

/** In one line, and no character of it means anything to Markdown. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~&!]/g, (character) => `\\${character}`)
}
