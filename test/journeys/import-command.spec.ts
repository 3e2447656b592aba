import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { conceptEntry, tbxOf } from '../support/import-files.js'
import { type Server, startServer, temporaryFolder, termloom } from '../support/run-termloom.js'

/** The command beside a server that runs on the same database. Each chapter goes on where the one before it ended. */
describe('termloom import', () => {
  let database: FreshDatabase
  let server: Server
  let folder: ReturnType<typeof temporaryFolder>
  let key: string
  const settings = () => ({ DATABASE_URL: database.url })
  const put = (name: string, content: string) => {
    const file = path.join(folder.path, name)
    writeFileSync(file, content)
    return file
  }
  const run = (...args: string[]) => termloom(args, settings())
  const concepts = async (): Promise<{ definition: string | null; status: string; number: number }[]> => {
    const get = async (rest: string) =>
      (await fetch(`${server.url}/api/v1/termbases${rest}`, { headers: { authorization: `Bearer ${key}` } })).json()
    const { items } = (await get('')) as { items: { id: string; name: string }[] }
    const found = items.find(({ name }) => name === 'Valves')
    return found ? ((await get(`/${found.id}/concepts`)) as { items: never[] }).items : []
  }

  beforeAll(async () => {
    database = await freshDatabase()
    folder = temporaryFolder('import')
    mkdirSync(folder.path)
    server = await startServer(settings())
    expect((await run('user', 'add', 'Ann', '--role', 'administrator')).code).toBe(0)
    key = (await run('key', 'create', 'test', '--user', 'Ann', '--role', 'editor')).stdout.trim()
  }, 120_000)
  afterAll(async () => {
    await server?.end()
    folder.remove()
    await database.drop()
  })

  const first = tbxOf(conceptEntry('a', '球阀', 'ball valve'), conceptEntry('b', '泵', 'pump'))

  it('only tells what would happen, unless it is to be applied', async () => {
    const file = put('first.tbx', first)
    const report = path.join(folder.path, 'report.csv')
    const { code, stdout, stderr } = await run('import', file, '--termbase', 'Valves', '--create', '--report', report)
    expect([code, stderr]).toEqual([0, 'Nothing was written: this was a dry run. Add --apply to write it.\n'])
    expect(stdout).toContain('2 entries with 4 terms in zh, en')
    expect(stdout).toMatch(/^new +2$/m)
    expect(stdout).toMatch(/^new\tline 1\t球阀 · ball valve$/m)
    expect(readFileSync(report, 'utf8').trim().split('\n')).toHaveLength(3)
    expect(await concepts()).toEqual([])
  })

  it('writes all of it with --apply, and the same file once more adds nothing', async () => {
    const file = put('first.tbx', first)
    const apply = ['import', file, '--termbase', 'Valves', '--create', '--apply', '--status', 'approved']
    const { code, stdout } = await run(...apply)
    expect([code, stdout]).toEqual([0, expect.stringContaining('written: 2 concepts new, 0 changed')])
    expect(await concepts()).toMatchObject([{ status: 'approved' }, { status: 'approved' }])
    const again = await run(...apply)
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('written: 0 concepts new, 0 changed')])
    expect(await concepts()).toHaveLength(2)
  })

  it('asks before an approved concept changes, ends with 1, and does it by a rule', async () => {
    const file = put(
      'second.tbx',
      tbxOf(conceptEntry('a', '球阀', 'ball valve', 'second'), conceptEntry('c', '阀', 'valve')),
    )
    const dry = await run('import', file)
    expect(dry.code).toBe(0)
    expect(dry.stdout).toMatch(
      /^conflict, undecided\tline 1\t球阀 · ball valve\tconcept \d+\n\tdefinition: first -> second$/m,
    )
    expect(dry.stderr).toContain('1 entries are undecided: choose a rule for conflicts (--rule)')
    const asked = await run('import', file, '--apply')
    expect([asked.code, asked.stderr]).toEqual([
      1,
      expect.stringMatching(/not decided yet. Nothing was written.[^]*--rule/),
    ])
    expect(await concepts()).toHaveLength(2)
    const taken = await run('import', file, '--apply', '--rule', 'take')
    expect([taken.code, taken.stdout]).toEqual([0, expect.stringContaining('written: 1 concepts new, 1 changed')])
    const definitions = (await concepts()).map(({ definition }) => definition)
    expect(definitions.filter((definition) => definition === 'second')).toHaveLength(1)
    expect(definitions.filter((definition) => definition === 'first')).toHaveLength(2)
  })

  it('tells on stderr what a file says that was read otherwise', async () => {
    const file = put('third.tbx', tbxOf(conceptEntry('e', '闸阀', 'gate valve').replace('"en"', '"en_US"')))
    const { code, stderr } = await run('import', file)
    expect([code, stderr]).toEqual([0, expect.stringContaining('language "en_US" was read as en-US')])
  })

  it.each<[string, number, string[], RegExp]>([
    ['a file that is not there', 1, ['import', '/nowhere.tbx'], /There is no file "\/nowhere.tbx"/],
    ['a termbase that is not there', 1, ['import', 'FILE', '--termbase', 'Pumps'], /no termbase “Pumps”[^]*“Valves”/],
    ['a rule that there is not', 2, ['import', 'FILE', '--rule', 'win'], /keep, take, add, fill/],
    ['both at once', 2, ['import', 'FILE', '--apply', '--dry-run'], /cannot be used with/],
    ['no file', 2, ['import'], /missing required argument/],
  ])('refuses %s', async (_name, wanted, args, message) => {
    const file = put('first.tbx', first)
    const { code, stdout, stderr } = await run(...args.map((arg) => (arg === 'FILE' ? file : arg)))
    expect([code, stdout]).toEqual([wanted, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  })

  it('names the place where a file breaks off, and keeps nothing of it', async () => {
    const file = put('cut.tbx', tbxOf(conceptEntry('d', '阀门', 'valves')).slice(0, -30))
    const { code, stderr } = await run('import', file, '--apply')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/cut\.tbx:\d+/)])
    expect(await concepts()).toHaveLength(3)
  })
})
