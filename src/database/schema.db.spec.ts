import 'reflect-metadata'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { NestFactory } from '@nestjs/core'
import { Client } from 'pg'
import { DataSource } from 'typeorm'
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js'
import { AppModule } from '../app.module.js'
import { readConfig } from '../config.js'
import { migrate, migrationSource } from './migrate.js'

describe('the schema', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it('is what the entities say: TypeORM has nothing to add and nothing to remove', async () => {
    const app = await NestFactory.createApplicationContext(AppModule.on(readConfig({ DATABASE_URL: database.url })), {
      logger: false,
      abortOnError: false,
    })
    try {
      const source = app.get(DataSource)
      const { upQueries } = await source.driver.createSchemaBuilder().log()
      expect(source.entityMetadatas.length).toBeGreaterThan(5)
      expect(upQueries.map(({ query }) => query)).toEqual([])
    } finally {
      await app.close()
    }
  })

  it('carries a name on every constraint, not one that was made up', async () => {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 'migrations'::regclass AND conname !~ '^(pk|uq|fk|ck|ex)_'`,
    )
    await client.end()
    expect(rows).toEqual([])
  })
})

describe('the migrations', () => {
  it('all go back, one by one, and forth again', async () => {
    const database = await freshDatabase({ migrated: false })
    try {
      const ran = await migrate(database.url)
      const source = await migrationSource(database.url).initialize()
      try {
        for (const _ of ran) await source.undoLastMigration({ transaction: 'all' })
        const left: unknown[] = await source.query(
          `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S') AND relname !~ '^migrations'`,
        )
        expect(left).toEqual([])
        const functions: unknown[] = await source.query(
          `SELECT proname FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
           AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')`,
        )
        expect(functions).toEqual([])
      } finally {
        await source.destroy()
      }
      expect(await migrate(database.url)).toEqual(ran)
    } finally {
      await database.drop()
    }
  })

  it('run once when three instances start at the same time', async () => {
    const database = await freshDatabase({ migrated: false })
    try {
      const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url)))
      expect(runs.filter(({ length }) => length > 0)).toHaveLength(1)
    } finally {
      await database.drop()
    }
  })
})
