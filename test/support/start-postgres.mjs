// One PostgreSQL for all specs of a run, with a migrated template that `freshDatabase()` clones. DATABASE_URL of the
// caller is used when it is set (its user must be allowed to create databases); else the embedded server in a temporary folder.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import pg from 'pg'

const root = path.resolve(import.meta.dirname, '../..')

export default async function startPostgres() {
  build()
  const { openEmbedded } = await import(`${root}/dist/src/database/embedded/index.js`)
  const { migrate } = await import(`${root}/dist/src/database/migrate.js`)
  const outside = process.env['DATABASE_URL']
  const folder = temporaryFolder()
  const database = outside ? { url: outside, stop: async () => {} } : await openEmbedded(folder)
  const template = `termloom_template_${process.pid}`
  await statement(database.url, `CREATE DATABASE ${template} TEMPLATE template0`)
  await migrate(withDatabase(database.url, template))
  process.env['TERMLOOM_TEST_SERVER'] = database.url
  process.env['TERMLOOM_TEST_TEMPLATE'] = template
  delete process.env['DATABASE_URL']
  globalThis.stopPostgres = async () => {
    await statement(database.url, `DROP DATABASE ${template} WITH (FORCE)`)
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function build() {
  const { status } = spawnSync(process.execPath, [path.join(root, 'bin/termloom.mjs'), '--version'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('The sources do not compile.')
}

function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'termloom-test-'))
  // Open for the account that runs PostgreSQL when the tests are run by root.
  chmodSync(folder, 0o755)
  return folder
}

async function statement(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function withDatabase(url, name) {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
