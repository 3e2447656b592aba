import type { AuditEntryView, AuditFormat } from './audit.dto.js'

export const mediaTypes: Record<AuditFormat, string> = { csv: 'text/csv', jsonl: 'application/jsonl' }

const columns = ['id', 'at', 'actorName', 'actorId', 'action', 'subjectKind', 'subjectId', 'details'] as const

/** The audit log line by line, as it is read. */
export async function* auditLines(entries: AsyncIterable<AuditEntryView>, format: AuditFormat): AsyncGenerator<string> {
  // A spreadsheet knows by the mark that this is UTF-8.
  if (format === 'csv') yield `\ufeff${columns.join(',')}\r\n`
  for await (const entry of entries)
    yield format === 'jsonl'
      ? `${JSON.stringify(entry)}\n`
      : `${columns.map((column) => cell(entry[column])).join(',')}\r\n`
}

/** What begins like a formula is kept from being one: names are chosen by people. */
function cell(value: unknown): string {
  if (value === null) return ''
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value)
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
