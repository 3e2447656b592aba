import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** A database of its own for one spec file: a copy of the migrated template, or an empty one. Drop it in afterAll. */
export async function freshDatabase({ migrated = true } = {}): Promise<FreshDatabase> {
  const name = `termloom_${randomBytes(6).toString('hex')}`
  const template = migrated ? serverSetting('TERMLOOM_TEST_TEMPLATE') : 'template0'
  await statement(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(serverSetting('TERMLOOM_TEST_SERVER'))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => statement(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function statement(sql: string): Promise<void> {
  const client = new Client({ connectionString: serverSetting('TERMLOOM_TEST_SERVER') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function serverSetting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error('No test server: run this spec with jest projects `service` or `journey`.')
  return value
}
