import type { Client } from 'pg'
import { leftOut, type TableHeading } from './format.js'

/** All tables with the columns that hold data of their own, each after the tables it refers to. */
export async function tablesInOrder(client: Client): Promise<TableHeading[]> {
  const { rows: tables } = await client.query<TableHeading>(
    `SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [leftOut],
  )
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT DISTINCT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  )
  return referredFirst(tables, references)
}

function referredFirst(tables: TableHeading[], references: { from: string; to: string }[]): TableHeading[] {
  const placed: TableHeading[] = []
  let waiting = tables
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ table }) => table))
    const isFree = ({ table }: TableHeading) => !references.some(({ from, to }) => from === table && names.has(to))
    const free = waiting.filter(isFree)
    if (free.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...names].join(', ')}`)
    placed.push(...free)
    waiting = waiting.filter((table) => !isFree(table))
  }
  return placed
}
