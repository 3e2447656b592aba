import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database.js'
import { restoreBackup } from './restore-backup.js'
import { writeBackup } from './write-backup.js'

async function query<T extends object>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Every row of every table as JSON, in one order. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const tables = await query<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  const entries = tables.map(async ({ name }): Promise<[string, string[]]> => {
    const rows = await query<{ row: string }>(url, `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`)
    return [name, rows.map(({ row }) => row)]
  })
  return Object.fromEntries(await Promise.all(entries))
}

describe('a backup', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'termloom-backup-'))
  const file = path.join(folder, 'backup.gz')
  const databases: FreshDatabase[] = []
  const fresh = async (options?: { migrated: boolean }) => {
    databases.push(await freshDatabase(options))
    return databases.at(-1)!.url
  }
  let original: string

  beforeAll(async () => {
    original = await fresh()
    const [user] = await query<{ id: string }>(
      original,
      `INSERT INTO users (name, role) VALUES ('王编辑', 'administrator') RETURNING id`,
    )
    // What COPY has to escape: tabs, newlines, backslashes, the mark that ends a table, NULL beside the word for it.
    await query(
      original,
      `INSERT INTO users (name, role, email, password_hash) VALUES ($1, 'reader', NULL, $2), ('plain', 'editor', 'a@b.cn', '\\N')`,
      ['tab\there\n\\.\nback\\slash', '\\.'],
    )
    await query(
      original,
      `INSERT INTO audit_entries (actor_id, actor_name, action, subject_kind, subject_id, details)
       SELECT $1, '王编辑', 'test', 'thing', n::text, jsonb_build_object('text', repeat('长文本 \\ ', 200)) FROM generate_series(1, 2000) n`,
      [user!.id],
    )
    await query(original, `INSERT INTO jobs (kind, payload, state, created_by) VALUES ('test', '{}', 'running', $1)`, [
      user!.id,
    ])
    await query(original, `INSERT INTO sessions VALUES ('secret-session', '{}', now())`)
    await writeBackup(original, file)
  })
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.drop()))
    rmSync(folder, { recursive: true })
  })

  it('brings every row back as it was, into a database without tables', async () => {
    const restored = await fresh({ migrated: false })
    await restoreBackup(restored, file)
    const { sessions, installation: _, jobs, ...rest } = await everything(original)
    const { sessions: noSessions, installation: __, jobs: requeued, ...back } = await everything(restored)
    expect(back).toEqual(rest)
    expect(sessions).toHaveLength(1)
    expect(noSessions).toEqual([])
    expect(requeued).toEqual(jobs!.map((job) => job.replace('"running"', '"waiting"')))
    expect(await query(restored, 'SELECT key FROM graphile_worker.jobs')).toHaveLength(1)
  })

  it('goes on counting where the numbers stopped', async () => {
    const restored = await fresh()
    await restoreBackup(restored, file)
    const [row] = await query<{ id: string }>(
      restored,
      `INSERT INTO audit_entries (actor_name, action, subject_kind, subject_id) VALUES ('a', 'b', 'c', 'd') RETURNING id`,
    )
    expect(Number(row!.id)).toBe(2001)
  })

  it('holds no session and no sign-in link', () => {
    expect(gunzipSync(readFileSync(file)).toString('utf8')).not.toMatch(/secret-session|"sign_in_links"/)
  })

  it('is refused where there are people already', async () => {
    await expect(restoreBackup(original, file)).rejects.toThrow('not empty')
  })

  it.each([
    ['cut off in the middle of the packed file', () => readFileSync(file).subarray(0, 3000), 'unreadable-file'],
    [
      'cut off before it was packed',
      () => gzipSync(gunzipSync(readFileSync(file)).subarray(0, -500)),
      'unreadable-file',
    ],
    [
      'without its last line',
      () =>
        gzipSync(
          gunzipSync(readFileSync(file))
            .toString()
            .replace(/\{"end.*\n/, ''),
        ),
      'unreadable-file',
    ],
    ['something else', () => Buffer.from('PK not a backup'), 'unreadable-file'],
    ['made by a newer version', () => gzipSync('termloom backup 1\n{"migrations":["Later9"]}\n'), 'conflict'],
  ])('is refused when it is %s, and leaves the database empty', async (_, damage, code) => {
    const damaged = path.join(folder, 'damaged')
    writeFileSync(damaged, damage())
    const target = await fresh()
    await expect(restoreBackup(target, damaged)).rejects.toMatchObject({ code })
    expect(await query(target, 'SELECT id FROM users')).toEqual([])
  })
})
