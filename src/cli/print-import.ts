import { actionFor, type ImportedEntry, type ImportSummary } from '../glossary/imports/import-record.js'

/** So many entries are named; all are in the file of --report. */
const NAMED = 100

/** What an import does or did: the counts, then a line for each entry that is not the same, its differences below it. */
export async function printImport(
  { counts, format, dialect, languages, warnings, renamedLanguages, rules }: ImportSummary,
  entries: AsyncIterable<ImportedEntry>,
): Promise<void> {
  for (const { message, line, count } of warnings)
    process.stderr.write(
      `warning: ${message}${count > 1 ? ` ${count} times, first` : ''}${line ? ` at line ${line}` : ''}\n`,
    )
  for (const { written, language, count } of renamedLanguages)
    process.stderr.write(`language "${written}" was read as ${language} (${count} times)\n`)
  const rows = Object.entries(counts.verdicts).map(([verdict, count]) => `${verdict.padEnd(10)} ${count}`)
  const read = `${counts.entries} entries with ${counts.terms} terms in ${languages.join(', ')} (${dialect ?? format})`
  process.stdout.write([read, ...rows, ''].join('\n'))
  let named = 0
  for await (const entry of entries) {
    if (entry.verdict === 'same') continue
    if (named++ === NAMED) {
      process.stderr.write(`Only the first ${NAMED} entries are named; --report FILE has all.\n`)
      break
    }
    const action = actionFor(entry.verdict, entry.decision, rules) ?? 'undecided'
    process.stdout.write(linesOf(entry, action))
  }
}

function linesOf(
  { verdict, line, label, problem, conceptNumber, changes, offers }: ImportedEntry,
  action: string,
): string {
  const place = line === null ? '' : `line ${line}`
  const what = verdict === action ? verdict : `${verdict}, ${action}`
  const concept = conceptNumber === null ? '' : `concept ${conceptNumber}`
  const rivals = offers.length > 1 ? ` of ${offers.map(({ number }) => number).join(', ')}` : ''
  const head = [what, place, label, problem ?? `${concept}${rivals}`].join('\t').trimEnd()
  const differences = changes.map(({ path, before, after }) => `\t${path}: ${before ?? '-'} -> ${after ?? '-'}`)
  return [head, ...differences, ''].join('\n')
}
