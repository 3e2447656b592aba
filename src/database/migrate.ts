import { runMigrations as installWorkerSchema } from 'graphile-worker'
import { Client } from 'pg'
import { DataSource } from 'typeorm'
import { migrations } from '../../migrations/index.js'

const LOCK = `hashtext('termloom:migrate')`

/**
 * Brings the schema up to date: ours, then the job queue's. Several instances may start at once on one empty database, so
 * one migrates while the others wait. Returns the names of the migrations that ran.
 * @param only names of the migrations to run at most: a restore needs the tables as they were
 */
export async function migrate(url: string, only?: string[]): Promise<string[]> {
  const guard = new Client({ connectionString: url, application_name: 'termloom migrate' })
  await guard.connect()
  try {
    await guard.query(`SELECT pg_advisory_lock(${LOCK})`)
    const ran = await runMigrations(url, only)
    await installWorkerSchema({ connectionString: url, logger: undefined })
    return ran
  } finally {
    await guard.end()
  }
}

/** The source that only migrates: it knows no entity. */
export function migrationSource(url: string, only?: string[]): DataSource {
  const wanted = migrations.filter(({ name }) => !only || only.includes(name))
  return new DataSource({ type: 'postgres', url, migrations: wanted, migrationsTableName: 'migrations', entities: [] })
}

async function runMigrations(url: string, only?: string[]): Promise<string[]> {
  const source = await migrationSource(url, only).initialize()
  try {
    const ran = await source.runMigrations({ transaction: 'each' })
    return ran.map(({ name }) => name)
  } finally {
    await source.destroy()
  }
}
