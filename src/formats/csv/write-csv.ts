import type { Glossary, LossReport } from '../model/glossary.js'
import { writtenTable, type TableShape } from '../table/written-table.js'
import { rowText, type Layout } from './cells.js'

export interface WriteCsvOptions extends TableShape {
  losses: LossReport
  /** Instead of the comma or the tab. */
  delimiter?: string
  /** False leaves the row of titles out. */
  header?: boolean
}

/** A table as text. Spreadsheets know UTF-8 by the byte order mark in front. */
export async function* writeTable(
  glossary: Glossary,
  layout: Layout,
  { losses, header = true, delimiter = layout.delimiter, ...shape }: WriteCsvOptions,
): AsyncIterable<string> {
  const { titles, rowsOf } = writtenTable(glossary, shape)
  const chosen = { ...layout, delimiter }
  yield (layout.quoted ? '\ufeff' : '') + (header ? rowText(titles, chosen) : '')
  for await (const entry of glossary.entries) for (const row of rowsOf(entry, losses)) yield rowText(row, chosen)
  if (glossary.backMatter?.length) losses.add('back matter', 'dropped', glossary.backMatter.length)
}
