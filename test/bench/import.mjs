// How long a large TBX takes into PostgreSQL, and how much memory: a made file of 36,000 entries with 144,000 terms.
// `node test/bench/import.mjs [ENTRIES]`; prints seconds, terms a second and the peak of the process's memory over idle.
// What reading alone costs next to the bare parser is told by test/bench/formats.mjs.
import 'reflect-metadata'
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'

const entries = Number(process.argv[2] ?? 36_000)
const folder = await mkdtemp(path.join(tmpdir(), 'termloom-import-'))
process.env.TERMLOOM_DATA = process.env.TERMLOOM_DATA ?? path.join(folder, 'data')
process.env.TERMLOOM_SAMPLE = 'no'
const dist = new URL('../../dist/src/', import.meta.url)
const load = (file) => import(new URL(file, dist))

const file = path.join(folder, 'large.tbx')
await writeLarge(file)
const { size } = await stat(file)
console.log(`${(size / 1e6).toFixed(0)} MB, ${entries} entries, ${entries * 4} terms`)

let idle = 0
const { withServices } = await load('cli/with-services.js')
const { ImportsService } = await load('glossary/imports/imports.service.js')
const { ImportRunsService } = await load('glossary/imports/import-runs.service.js')
const { UndoImportService } = await load('glossary/imports/undo-import.service.js')
const { TermbasesService } = await load('glossary/termbases.service.js')
const { UsersService } = await load('auth/users.service.js')

await withServices(async (app) => {
  idle = process.memoryUsage().rss / 1024 ** 2
  const actor = await app.get(UsersService).create(null, { name: `bench ${Date.now()}`, role: 'administrator' })
  const languages = { sourceLanguage: 'en', targetLanguage: 'zh' }
  const { id: termbaseId } = await app
    .get(TermbasesService)
    .create(actor, { name: `bench ${Date.now()}`, ...languages })
  const [imports, runs] = [app.get(ImportsService), app.get(ImportRunsService)]
  const watch = { progress() {}, signal: new AbortController().signal }
  const read = async () => {
    const id = await imports.begin(actor, termbaseId, 'large.tbx', { status: 'draft' }, undefined, size)
    const time = await timed(() => runs.read(id, watch, createReadStream(file)))
    return { id, time, counts: (await imports.get(termbaseId, id)).counts }
  }
  console.log(`idle     ${Math.round(idle)} MB`)
  const first = await read()
  const { terms } = first.counts
  tell('dry run', first.time, terms)
  tell('apply', await timed(() => runs.apply(first.id, actor, watch)), terms)
  const second = await read()
  tell('again', second.time, terms, `  ${JSON.stringify(second.counts.verdicts)}`)
  tell('undo', await timed(() => app.get(UndoImportService).undo(actor, termbaseId, first.id, { rest: false })), terms)
})
await rm(folder, { recursive: true, force: true })

/** Seconds of the clock, and of the processors, ours and the database's: on a busy machine only the latter can be compared. */
async function timed(work) {
  const [begin, before, database] = [performance.now(), process.cpuUsage(), databaseSeconds()]
  await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - begin) / 1000
  return { seconds, cpu: (user + system) / 1e6, database: databaseSeconds() - database }
}

/** What the embedded server's processes have used so far; not a number where there is no /proc, or another server. */
function databaseSeconds() {
  const pidFile = path.join(process.env.TERMLOOM_DATA, 'postgres/postmaster.pid')
  if (!existsSync('/proc/self/stat') || !existsSync(pidFile)) return Number.NaN
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const ticks = readdirSync('/proc').map((pid) => {
    const [, parent, ...times] = statOf(pid)
    const own = times[9] + times[10]
    return Number(pid) === postmaster ? own + times[11] + times[12] : parent === postmaster ? own : 0
  })
  return ticks.reduce((sum, one) => sum + one, 0) / 100
}

/** The columns after the name of a process; none of one that has just ended. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${Number(pid)}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
  } catch {
    return []
  }
}

function tell(step, { seconds, cpu, database }, terms, more = '') {
  const rate = Math.round(terms / seconds).toLocaleString('en')
  const over = Math.round(process.resourceUsage().maxRSS / 1024 - idle)
  console.log(
    `${step.padEnd(8)} ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s CPU, ${database.toFixed(1)} s of the database)  ${rate} terms/s  peak ${over} MB over idle${more}`,
  )
}

/** About 3 kB an entry: two languages, two terms each, definition, contexts, status and history. Always the same bytes. */
async function writeLarge(name) {
  const random = seeded(7)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const latin =
    'valve pump ball gate flow rate check relief pressure seal spring housing rotor blade shaft bearing'.split(' ')
  const han = [...'球阀泵流量压力密封弹簧壳体转子叶片轴承安全控制系统技术标准合作组织发展']
  const english = (length) => Array.from({ length }, () => pick(latin)).join(' ')
  const chinese = (length) => Array.from({ length }, () => pick(han)).join('')
  const term = (text, context, status) =>
    `<termSec><term>${text}</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">${status}</termNote><descripGrp><descrip type="context">${context}</descrip><admin type="source">Handbook of valves, volume ${Math.floor(random() * 90)}</admin></descripGrp><note>${english(8)}</note></termSec>`
  const statuses = ['preferredTerm-admn-sts', 'admittedTerm-admn-sts']
  const section = (language, words, i) =>
    `<langSec xml:lang="${language}"><descripGrp><descrip type="definition">${words(40)}</descrip><admin type="source">ISO ${i}</admin></descripGrp>${statuses.map((status, j) => term(`${words(3)} ${i}${j || ''}`, words(30), status)).join('')}</langSec>`
  const out = createWriteStream(name)
  const write = async (text) => void (out.write(text) || (await once(out, 'drain')))
  await write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>made</p></sourceDesc></fileDesc></tbxHeader><text><body>\n',
  )
  for (let i = 0; i < entries; i++)
    await write(
      `<conceptEntry id="c${i}-${i % 97}"><descrip type="subjectField">${pick(latin)}</descrip><transacGrp><transac type="transactionType">origination</transac><transacNote type="responsibility">Li Hua</transacNote><date>2024-05-31</date></transacGrp>${section('en', english, i)}${section('zh', chinese, i)}</conceptEntry>\n`,
    )
  await write('</body></text></tbx>\n')
  out.end()
  await once(out, 'close')
}

function seeded(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
