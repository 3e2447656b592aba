// A bilingual report of about a hundred pages from upload to queue, through HTTP as a user has it: `termloom serve` in a process of its own
// with a database of its own, an upload, the job watched to its end; meanwhile small requests are timed, and the delay of the server's event
// loop is read from its metrics.
//   npm run bench:report                   the report, the same termbase's second report, and a page, each after the other
// Made of the report of the gold set hkma-en-zht beside the checkout (../shared/data/gold): paragraphs of both languages in turn.
import 'reflect-metadata'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { goldFolder, goldIsHere, readJsonLines } from '../gold/gold.mjs'

if (!goldIsHere()) {
  process.stdout.write('skipped: ../shared/data/gold is not beside this checkout\n')
  process.exit(0)
}
const folder = mkdtempSync(path.join(tmpdir(), 'bench-report-'))
chmodSync(folder, 0o755)
const environment = { TERMLOOM_DATA: path.join(folder, 'data'), TERMLOOM_SAMPLE: 'no', PORT: '0' }
Object.assign(process.env, environment)
const { server, url } = await serve()
try {
  const request = requester(url, await newKey())
  const { body: termbase } = await request('/termbases', {
    json: { name: 'Reports', sourceLanguage: 'en', targetLanguage: 'zh-Hant' },
  })
  const paragraphs = readJsonLines(path.join(goldFolder, 'hkma-en-zht', 'segments.jsonl'))
  const half = Math.floor(paragraphs.length / 2)
  say(`server before any work: ${residentOf(server.pid)} MB`)
  await measure('report', textOf(paragraphs), request, termbase.id)
  await measure(
    'half of it again, with a foreword',
    `Foreword\n\n前言\n\n${textOf(paragraphs.slice(half))}`,
    request,
    termbase.id,
  )
  await measure('its first page', textOf(paragraphs.slice(0, 20)), request, termbase.id)
  say(`server with a warm thread: ${residentOf(server.pid)} MB`)
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('close', resolve))
  rmSync(folder, { recursive: true, force: true })
}

async function measure(title, text, request, termbaseId) {
  await request('/metrics', { raw: true })
  const cpu = cpuOf(server.pid)
  const begin = performance.now()
  const form = new FormData()
  form.set('file', new Blob([text]), `${title}.txt`)
  const { body: added } = await request(`/termbases/${termbaseId}/documents`, { form })
  const waits = []
  const stages = new Map()
  let job
  do {
    const asked = performance.now()
    job = (await request(`/jobs/${added.job.id}`)).body
    waits.push(performance.now() - asked)
    if (job.stage) stages.set(job.stage, performance.now())
    await new Promise((resolve) => setTimeout(resolve, 50))
  } while (!['done', 'failed', 'cancelled'].includes(job.state))
  const seconds = (performance.now() - begin) / 1000
  const used = cpuOf(server.pid) - cpu
  const { text: metrics } = await request('/metrics', { raw: true })
  const lag = (quantile) =>
    1000 * Number(new RegExp(`eventloop_lag_${quantile}_seconds ([\\d.e-]+)`).exec(metrics)?.[1])
  const { body: document } = await request(`/termbases/${termbaseId}/documents/${added.document.id}`)
  waits.sort((a, b) => a - b)
  say(
    `${title}: ${(text.length / 1000).toFixed(0)}k characters, ${document.pairCount} sentence pairs, ${job.state}, ${JSON.stringify(job.result)}`,
  )
  say(
    `  upload to queue ${seconds.toFixed(1)} s, CPU of the server ${used.toFixed(1)} s, peak ${peakOf(server.pid)} MB`,
  )
  const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))].toFixed(0)
  say(
    `  meanwhile ${waits.length} requests: median ${at(0.5)} ms, p99 ${at(0.99)} ms; event loop late p50 ${lag('p50').toFixed(0)} ms, p99 ${lag('p99').toFixed(0)} ms`,
  )
  say(`  stages seen: ${[...stages.keys()].join(', ')}`)
}

function textOf(paragraphs) {
  return paragraphs.map(({ src, tgt }) => `${src}\n\n${tgt}\n\n`).join('')
}

function serve() {
  const program = path.resolve(import.meta.dirname, '../../bin/termloom.mjs')
  const server = spawn(process.execPath, [program, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    server.once('close', () => reject(new Error('termloom serve ended')))
    let output = ''
    server.stdout.on('data', (chunk) => {
      output += chunk
      const address = /https?:\/\/\S+/.exec(output)?.[0]
      if (address) resolve({ server, url: new URL(address).origin })
    })
  })
}

/** The command line joins the database of the running server. */
async function newKey() {
  const load = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url))
  const [{ withServices }, { UsersService }, { KeysService }] = await Promise.all([
    load('cli/with-services.js'),
    load('auth/users.service.js'),
    load('auth/keys.service.js'),
  ])
  return withServices(async (app) => {
    const owner = await app.get(UsersService).create(null, { name: 'bench', role: 'administrator' })
    return (await app.get(KeysService).create(owner, { name: 'bench', role: 'administrator' })).secret
  })
}

function requester(url, secret) {
  return async (address, { json, form, raw } = {}) => {
    const response = await fetch(raw ? `${url}${address}` : `${url}/api/v1${address}`, {
      method: json || form ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${secret}`, ...(json && { 'Content-Type': 'application/json' }) },
      body: json ? JSON.stringify(json) : form,
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${address}: ${response.status} ${text}`)
    return { text, body: raw ? null : JSON.parse(text) }
  }
}

/** From /proc: only Linux tells it of another process. */
function residentOf(pid) {
  return statusOf(pid, 'VmRSS')
}

function peakOf(pid) {
  return statusOf(pid, 'VmHWM')
}

function statusOf(pid, name) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024)
}

function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
