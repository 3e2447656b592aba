// Alignment error rate on the gold sets of word alignment, with and without the dictionary; then CPU, memory and threads of the command.
//   node test/bench/wordalign.mjs [SET…] [--with N]     N more Chinese-English sentence pairs to learn from
//   node test/bench/wordalign.mjs --speed 1000,10000    what `termloom align-words` costs for so many pairs, by one thread and by two
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { alignmentFigures } from '../gold/alignment-error.mjs'
import { alignWords, wordCutter } from '../../dist/src/extraction/alignment/align-corpus.js'
import { emptyDictionary, loadDictionary } from '../../dist/src/extraction/alignment/dictionary.js'

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    with: { type: 'string', default: '0' },
    speed: { type: 'string' },
    /** A file: the command itself, in this process, which tells what it took. */
    measured: { type: 'string' },
    threads: { type: 'string' },
  },
})
const gold = path.resolve('../shared/data/gold')
if (!existsSync(gold)) {
  console.log('skipped: ../shared/data/gold is not here')
  process.exit(0)
}
if (values.measured) await measured(values.measured, values.threads)
else if (values.speed) console.table(speedTable(values.speed.split(',').map(Number)))
else console.table(await qualityTable())

async function qualityTable() {
  const rows = []
  for (const name of readdirSync(path.join(gold, 'wordalign')).filter((file) => file.endsWith('.jsonl'))) {
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
    const set = linesOf(`wordalign/${name}`)
    const pairs = set.map(({ src_tokens, tgt_tokens }) => ({ source: src_tokens, target: tgt_tokens }))
    if (isChinese(set[0])) pairs.push(...moreChinese(Number(values.with)))
    for (const dictionary of knowsDictionary(set[0]) ? [loadDictionary(), emptyDictionary] : [emptyDictionary]) {
      const before = process.cpuUsage()
      const links = await alignWords(pairs, {
        languages: { source: set[0].src_lang, target: set[0].tgt_lang },
        dictionary,
      })
      const { user } = process.cpuUsage(before)
      rows.push({
        set: name,
        pairs: pairs.length,
        dictionary: dictionary !== emptyDictionary,
        ...score(set, [...links]),
        cpu: (user / 1e6).toFixed(1),
      })
    }
  }
  return rows
}

/** CPU user seconds and peak memory of the whole command, reading and writing included, and how much faster two threads are. */
function speedTable(sizes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'wordalign-'))
  try {
    return sizes.map((size) => {
      const file = path.join(folder, `${size}.tsv`)
      writeFileSync(
        file,
        moreChinese(size)
          .map(({ source, target }) => `${source.join(' ')}\t${target.join(' ')}\n`)
          .join(''),
      )
      const [one, two] = [1, 2].map((threads) => inItsOwnProcess(file, threads))
      return {
        pairs: size,
        'cpu s': one.cpu,
        'peak MB': one.peak,
        'wall s': one.wall,
        '2 threads: cpu s': two.cpu,
        '2 threads: peak MB': two.peak,
        '2 threads: wall s': two.wall,
        faster: (one.wall / two.wall).toFixed(2),
        'same bytes': one.bytes === two.bytes,
      }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function inItsOwnProcess(file, threads) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--measured', file, '--threads', String(threads)],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  )
  if (status !== 0) throw new Error(stderr)
  const usage = JSON.parse(stderr.trim().split('\n').at(-1))
  return { ...usage, bytes: createHash('sha256').update(stdout).digest('hex') }
}

/** Runs the command as a user's shell would, and tells on stderr what it took. */
async function measured(file, threads) {
  const begin = performance.now()
  const { run } = await import('../../dist/src/cli/main.js')
  process.once('exit', () => {
    const { userCPUTime, maxRSS } = process.resourceUsage()
    const wall = (performance.now() - begin) / 1000
    process.stderr.write(
      `\n${JSON.stringify({ cpu: round(userCPUTime / 1e6), peak: Math.round(maxRSS / 1024), wall: round(wall) })}\n`,
    )
  })
  await run([
    ...'node termloom align-words --source zh --target en --pretokenised'.split(' '),
    '--threads',
    threads,
    file,
  ])
}

function round(seconds) {
  return Math.round(seconds * 100) / 100
}

function linesOf(file) {
  return readFileSync(path.join(gold, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function isChinese({ src_lang, tgt_lang }) {
  return src_lang === 'zh' && tgt_lang === 'en'
}

/** Japanese is looked up by its kanji. */
function knowsDictionary({ src_lang }) {
  return ['zh', 'ja'].includes(src_lang)
}

/** Sentences that have nothing to do with the gold set, as a user's documents would have; over again where there are not enough. */
function moreChinese(count) {
  const cut = { zh: wordCutter('zh'), en: wordCutter('en') }
  const found = []
  for (const folder of [
    'ntrex-en-zh',
    'newstest-en-zh',
    'wmt23-en-zh',
    'tico19-en-zh',
    'jiyu-diplo-en-zh',
    'hkma-en-zht',
    'pydocs-en-zh',
    'd2l-en-zh',
    'cncf-en-zh-cn',
    'prclaw-en-zht',
  ])
    for (const { src, tgt } of found.length < count ? linesOf(`${folder}/segments.jsonl`) : [])
      if (found.length < count) found.push({ source: cut.zh(tgt), target: cut.en(src) })
  const real = found.length
  if (real < count) console.error(`${real} sentence pairs, over and over until there are ${count}`)
  while (found.length < count) found.push(found[found.length - real])
  return found
}

function score(set, links) {
  const { aer, precision, recall } = alignmentFigures(set, links)
  return { aer: percent(aer), p: percent(precision), r: percent(recall) }
}

function percent(share) {
  return (share * 100).toFixed(1)
}
