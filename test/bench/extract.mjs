// What extraction costs, stage by stage: CPU (user and system, all threads), wall, throughput and memory.
//   npm run bench:extract                              the sample page through the command, then 1,000, 10,000 and 100,000 sentence pairs
//   npm run bench:extract -- --sizes 1000,10000        other sizes; the last lines say how each cost grows from size to size
//   … --threads 1,2                                    learning with so many threads, one run after the other (default: as extraction chooses)
//   … --peer 'fast_align -i {pharaoh} -d -o -v'        the CPU of another command on the same sentences beside it; {tsv} is source TAB target,
//                                                      {pharaoh} source ||| target with spaces between the tokens
// Corpora are composed of the gold sets beside the checkout (see compose-corpus.mjs): beyond the real sentences they come again perturbed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { goldIsHere } from '../gold/gold.mjs'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    threads: { type: 'string' },
    peer: { type: 'string' },
    /** A file: the whole pipeline, in this process, which tells what each stage took. */
    measured: { type: 'string' },
  },
})
const languages = { source: 'en', target: 'zh' }
const titles = {
  tokenise: 'tokens and tags',
  learn: 'learn',
  align: 'align',
  pair: 'describe',
  score: 'score',
  rank: 'rank',
}

if (values.measured) await measure(values.measured)
else if (!goldIsHere()) process.stdout.write('skipped: ../shared/data/gold is not beside this checkout\n')
else {
  printPage()
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-extract-'))
  try {
    const runs = []
    for (const size of values.sizes.split(',').map(Number))
      for (const threads of values.threads?.split(',') ?? [undefined]) runs.push(await bench(size, folder, threads))
    printGrowth(runs)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function bench(size, folder, threads) {
  const { composeCorpus } = await import('./compose-corpus.mjs')
  const { pairs, real } = composeCorpus(size)
  const file = path.join(folder, `${size}.tsv`)
  const oneLine = (text) => text.replace(/\s+/g, ' ')
  writeFileSync(file, pairs.map(({ source, target }) => `${oneLine(source)}\t${oneLine(target)}\n`).join(''))
  process.stdout.write(`\n${size} sentence pairs${real < size ? `, ${real} of them real, the others perturbed` : ''}\n`)
  if (threads) process.stdout.write(`${threads} ${threads === '1' ? 'thread learns' : 'threads learn'}\n`)
  const stages = inItsOwnProcess(file, threads)
  const total = {
    stage: 'together',
    cpu: stages.reduce((sum, { cpu }) => sum + cpu, 0),
    wall: stages.reduce((sum, { wall }) => sum + wall, 0),
    peak: stages.at(-1).peak,
    note: stages.at(-1).note,
  }
  console.table(
    [...stages, total].map(({ stage, cpu, wall, peak, note }) => ({
      stage,
      'cpu s': Number(cpu.toFixed(2)),
      'wall s': Number(wall.toFixed(2)),
      'pairs/cpu s': Math.round(size / cpu),
      'peak MB so far': peak,
      note,
    })),
  )
  if (values.peer) comparePeer(values.peer, file, pairs, folder, total.cpu)
  return { size, threads, stages: [...stages, total] }
}

/** How often as much a stage costs when there are twice as many sentence pairs, as a power: 1 is linear, 2 quadratic. */
function printGrowth(runs) {
  const sizes = runs.filter(({ threads }) => threads === runs[0].threads)
  if (sizes.length < 2) return
  process.stdout.write('\ngrowth of the CPU: the exponent of the number of sentence pairs\n')
  const rows = sizes[0].stages.map(({ stage }, at) => {
    const row = { stage }
    for (let next = 1; next < sizes.length; next++) {
      const [small, large] = [sizes[next - 1], sizes[next]]
      const exponent = Math.log(large.stages[at].cpu / small.stages[at].cpu) / Math.log(large.size / small.size)
      row[`${small.size} to ${large.size}`] = Number(exponent.toFixed(2))
    }
    return row
  })
  console.table(rows.filter(({ stage }) => stage !== 'start'))
}

function inItsOwnProcess(file, threads) {
  const script = fileURLToPath(import.meta.url)
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [script, '--measured', file, ...(threads ? ['--threads', threads] : [])],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Runs the stages as the command does, and prints a JSON list of what each took. */
async function measure(file) {
  const clock = stageClock()
  const { readSourceFile } = await import('../../dist/src/formats/index.js')
  const { extractTermPairs, readAlignedSegments, sentencePairs } = await import('../../dist/src/extraction/index.js')
  clock.begin('read and clean')
  let read = await readSourceFile(path.basename(file), readFileSync(file), { languages })
  clock.begin('sentences')
  let document = readAlignedSegments({ name: 'composed', segments: read.segments, languages })
  const pairs = sentencePairs(document)
  read = document = undefined
  let listed = 0
  const corpus = { languages, pairs: () => pairs, size: pairs.length }
  const threads = values.threads ? Number(values.threads) : undefined
  for await (const pair of extractTermPairs(corpus, { threads, onProgress: (stage) => clock.begin(titles[stage]) }))
    if (pair.source) listed++
  process.stdout.write(JSON.stringify(clock.end(`${pairs.length} sentence pairs, ${listed} term pairs listed`)))
}

function stageClock() {
  const stages = []
  let running
  const close = () => {
    if (!running) return
    const { user, system } = process.cpuUsage(running.cpu)
    stages.push({
      stage: running.stage,
      cpu: (user + system) / 1e6,
      wall: (performance.now() - running.wall) / 1000,
      peak: Math.round(process.resourceUsage().maxRSS / 1024),
      note: '',
    })
  }
  const begin = (stage) => {
    if (stage === running?.stage) return
    close()
    running = { stage, cpu: process.cpuUsage(), wall: performance.now() }
  }
  running = { stage: 'start', cpu: { user: 0, system: 0 }, wall: 0 }
  const end = (note) => {
    close()
    stages.at(-1).note = note
    return stages
  }
  return { begin, end }
}

/** The whole command on the sample page, best of three. */
function printPage() {
  const page = path.resolve(import.meta.dirname, '../../../shared/data/sample/national-defense-passage.txt')
  if (!existsSync(page)) return
  const runs = Array.from({ length: 3 }, () => {
    const report = path.join(mkdtempSync(path.join(tmpdir(), 'bench-page-')), 'usage.json')
    const begin = performance.now()
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,import{writeFileSync}from'node:fs';process.once('exit',()=>writeFileSync(${encodeURIComponent(JSON.stringify(report))},JSON.stringify(process.resourceUsage())))`,
        path.resolve(import.meta.dirname, '../../bin/termloom.mjs'),
        ...'extract --source zh --target en --format jsonl'.split(' '),
        page,
      ],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(stderr)
    const wall = (performance.now() - begin) / 1000
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(report, 'utf8'))
    rmSync(path.dirname(report), { recursive: true })
    return { wall, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: Math.round(maxRSS / 1024) }
  })
  const best = runs.toSorted((a, b) => a.wall - b.wall)[0]
  process.stdout.write(
    `one page, the whole command: ${best.wall.toFixed(2)} s wall, ${best.cpu.toFixed(2)} s CPU, ${best.peak} MB\n`,
  )
}

/** CPU of another command on the same sentences, measured by the shell. */
function comparePeer(command, tsv, pairs, folder, ours) {
  const pharaoh = path.join(folder, 'pharaoh.txt')
  const spaced = (text) => [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((s) => s.segment)
  if (command.includes('{pharaoh}'))
    writeFileSync(
      pharaoh,
      pairs
        .map(
          ({ source, target }) =>
            `${source.replace(/\s+/g, ' ')} ||| ${spaced(target).join(' ').replace(/\s+/g, ' ')}\n`,
        )
        .join(''),
    )
  const filled = command.replaceAll('{tsv}', tsv).replaceAll('{pharaoh}', pharaoh)
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%U %S'; time { ${filled} >/dev/null 2>/dev/null; }`],
    {
      encoding: 'utf8',
    },
  )
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  if (status !== 0) process.stdout.write(`peer "${command}" ended with code ${status}\n`)
  else
    process.stdout.write(
      `peer: ${(user + system).toFixed(1)} s CPU; ours is ${(ours / (user + system)).toFixed(2)} times as much\n`,
    )
}
