// What it costs to read a large TBX file, next to the bare XML parser that it stands on.
//   node test/bench/formats.mjs [ENTRIES]     default 36000 entries: 144,000 terms, 112 MB
import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { SaxesParser } from 'saxes'

const here = path.resolve(import.meta.dirname, '../..')

/** mulberry32: the same seed gives the same file. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const english =
  'valve ball gate pressure the of a system control flow pipe seal ring joint with for shall be used in water'.split(
    ' ',
  )
const chinese = [...'球阀闸门压力系统控制流量管道密封环接头的用于水装置设备材料标准规定']

/** A TBX-Basic file as a string at a time: two languages with two terms each, definitions, contexts, sources and history. */
export function* largeTbx(entries, seed = 30042) {
  const next = random(seed)
  const pick = (items) => items[Math.floor(next() * items.length)]
  const words = (count) => Array.from({ length: count }, () => pick(english)).join(' ')
  const characters = (count) => Array.from({ length: count }, () => pick(chinese)).join('')
  const text = { en: (length) => words(length), zh: (length) => characters(length * 2) }
  const source = () => `<admin type="source">${words(6)} &amp; ${words(4)}</admin>`
  const history = (type) =>
    `<transacGrp><transac type="transactionType">${type}</transac><transacNote type="responsibility">${words(2)}</transacNote><date>2024-05-${10 + Math.floor(next() * 20)}</date></transacGrp>`
  const term = (language, index) => `<termSec><term>${text[language](3)} ${index}</term>
<termNote type="partOfSpeech">${pick(['noun', 'verb', 'adjective'])}</termNote>
<termNote type="administrativeStatus">${pick(['preferredTerm-admn-sts', 'admittedTerm-admn-sts'])}</termNote>
<descripGrp><descrip type="context">${text[language](22)}</descrip>${source()}</descripGrp>
<note>${words(8)}</note>
${history('origination')}</termSec>`
  const section = (language, index) => `<langSec xml:lang="${language}">
<descripGrp><descrip type="definition">${text[language](25)}</descrip>${source()}</descripGrp>
${term(language, index)}
${term(language, index)}
</langSec>`
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>bench</p></sourceDesc></fileDesc></tbxHeader><text><body>\n'
  for (let index = 1; index <= entries; index++)
    yield `<conceptEntry id="c${index}"><descrip type="subjectField">${words(2)}</descrip>${history('modification')}\n${section('en', index)}\n${section('zh', index)}\n</conceptEntry>\n`
  yield '</body></text></tbx>\n'
}

export async function writeLargeTbx(file, entries) {
  const out = createWriteStream(file)
  let piece = ''
  for (const part of largeTbx(entries)) {
    piece += part
    if (piece.length < 1_000_000) continue
    if (!out.write(piece)) await once(out, 'drain')
    piece = ''
  }
  out.end(piece)
  await once(out, 'finish')
}

const { readGlossary } = await import(path.join(here, 'dist/src/formats/index.js'))

/** What is measured, each in a process of its own. */
const readers = {
  async saxes(file) {
    const parser = new SaxesParser({ xmlns: true, position: true })
    let events = 0
    for (const event of ['error', 'doctype', 'opentag', 'closetag', 'text', 'cdata']) parser.on(event, () => events++)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for await (const chunk of createReadStream(file)) parser.write(decoder.decode(chunk, { stream: true }))
    parser.close()
    return { events }
  },
  async termloom(file) {
    const { entries } = await readGlossary(createReadStream(file), { file })
    let count = 0
    let terms = 0
    for await (const { languages } of entries) {
      count++
      for (const section of languages) terms += section.terms.length
    }
    return { entries: count, terms }
  },
}

async function measure(name, file) {
  const before = process.cpuUsage()
  const found = await readers[name](file)
  const { user, system } = process.cpuUsage(before)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ name, seconds: (user + system) / 1e6, user: user / 1e6, megabytes, ...found }))
}

function report(file) {
  const rows = Object.keys(readers).map((name) => {
    const runs = [1, 2, 3].map(() =>
      JSON.parse(execFileSync(process.execPath, [import.meta.filename, '--measure', name, file], { encoding: 'utf8' })),
    )
    return runs.sort((a, b) => a.user - b.user)[0]
  })
  console.log(`${(statSync(file).size / 1e6).toFixed(0)} MB, best of three by CPU`)
  for (const { name, seconds, user, megabytes, ...found } of rows)
    console.log(
      `${name.padEnd(9)} ${user.toFixed(2)} s user, ${seconds.toFixed(2)} s CPU, ${megabytes} MB  ${JSON.stringify(found)}`,
    )
  const [bare, ours] = rows
  console.log(`ratio to the bare parser: ${(ours.user / bare.user).toFixed(2)} (wanted: at most 1.3)`)
}

if (process.argv[2] === '--measure') await measure(process.argv[3], process.argv[4])
else if (process.argv[1] === import.meta.filename) {
  const entries = Number(process.argv[2] ?? 36_000)
  const kept = process.env.BENCH_FILE
  const folder = mkdtempSync(path.join(os.tmpdir(), 'termloom-bench-'))
  const file = kept ?? path.join(folder, 'large.tbx')
  try {
    if (!existsSync(file)) await writeLargeTbx(file, entries)
    report(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
