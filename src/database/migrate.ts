import { runMigrations as installWorkerSchema } from 'graphile-worker'
import { Client } from 'pg'
import { DataSource } from 'typeorm'
import { migrations } from '../../migrations/index.js'

const LOCK = `hashtext('termloom:migrate')`

/**
 * Brings the schema up to date: ours, then the job queue's. Several instances may start at once on one empty database, so
 * one migrates while the others wait. Returns the names of the migrations that ran.
 */
export async function migrate(url: string): Promise<string[]> {
  const guard = new Client({ connectionString: url, application_name: 'termloom migrate' })
  await guard.connect()
  try {
    await guard.query(`SELECT pg_advisory_lock(${LOCK})`)
    const ran = await runMigrations(url)
    await installWorkerSchema({ connectionString: url, logger: undefined })
    return ran
  } finally {
    await guard.end()
  }
}

/** The source that only migrates: it knows no entity. */
export function migrationSource(url: string): DataSource {
  return new DataSource({ type: 'postgres', url, migrations, migrationsTableName: 'migrations', entities: [] })
}

async function runMigrations(url: string): Promise<string[]> {
  const source = await migrationSource(url).initialize()
  try {
    const ran = await source.runMigrations({ transaction: 'each' })
    return ran.map(({ name }) => name)
  } finally {
    await source.destroy()
  }
}
