import { csvRow } from '../../formats/index.js'
import { actionFor, type ImportedEntry, isTaken, type Rules } from './import-record.js'

const titles = ['entry', 'line', 'id', 'concept', 'terms', 'verdict', 'action', 'field', 'before', 'after', 'taken']

type Row = Record<(typeof titles)[number], string | number | boolean | null>

/** Row by row what an import does or did: a line per difference, and one for an entry without any. */
export async function* reportOf(
  entries: AsyncIterable<ImportedEntry>,
  rules: Rules,
  format: 'csv' | 'jsonl',
): AsyncGenerator<string> {
  if (format === 'csv') yield `\ufeff${csvRow(titles)}`
  for await (const entry of entries) {
    const rows = rowsOf(entry, rules)
    yield format === 'csv'
      ? rows.map((row) => csvRow(titles.map((title) => String(row[title] ?? '')))).join('')
      : rows.map((row) => JSON.stringify(row) + '\n').join('')
  }
}

function rowsOf(entry: ImportedEntry, rules: Rules): Row[] {
  const { position, line, externalId, conceptNumber, label, verdict, decision, problem } = entry
  const action = actionFor(verdict, decision, rules)
  const same = {
    entry: position + 1,
    line,
    id: externalId,
    concept: conceptNumber,
    terms: label,
    verdict,
    action: action ?? 'undecided',
  }
  if (entry.changes.length === 0) {
    const isNew = verdict === 'new'
    return [{ ...same, field: isNew ? 'concept' : null, before: null, after: isNew ? label : problem, taken: isNew }]
  }
  return entry.changes.map((change, index) => ({
    ...same,
    field: change.path,
    before: change.before,
    after: change.after,
    taken: action !== null && action !== 'new' && isTaken(change, index, decision, action),
  }))
}
