import type { Glossary, LossReport } from '../model/glossary.js'
import { rowText, type Layout } from './cells.js'
import { columns, rowsOf } from '../table/columns.js'

/** A table with a row per term. Spreadsheets know UTF-8 by the byte order mark in front. */
export async function* writeTable(
  glossary: Glossary,
  layout: Layout,
  { losses }: { losses: LossReport },
): AsyncIterable<string> {
  const titles = columns.map(({ title }) => title)
  yield (layout.quoted ? '\ufeff' : '') + rowText(titles, layout)
  for await (const entry of glossary.entries) for (const row of rowsOf(entry, losses)) yield rowText(row, layout)
  if (glossary.backMatter?.length) losses.add('back matter', 'dropped', glossary.backMatter.length)
}
