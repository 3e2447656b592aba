// Compiles the checkout into dist/ when the sources changed since the last time. Two processes may ask at once:
// one builds, the other waits. Messages go to stderr, because stdout belongs to the command's result.
//   node bin/build.mjs          server and admin UI, whatever the stamps say
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const dist = path.join(root, 'dist')
const binary = (name) => path.join(root, 'node_modules', name)

/** One row a part: what it is made from, and the commands that make it. */
const parts = {
  server: {
    title: 'Compiling the server',
    sources: ['src', 'migrations', 'package-lock.json', '.swcrc', 'nest-cli.json', 'bin/build.mjs'],
    without: /(^|\/)admin-ui(\/|$)|\.spec\.ts$/,
    commands: [[binary('@nestjs/cli/bin/nest.js'), 'build']],
  },
  lexica: {
    title: 'Compiling the dictionaries',
    sources: ['compile-dictionary', 'dictionary', 'ecdict', 'gloss', 'sorted-lines', 'word-set']
      .map((file) => `src/extraction/alignment/${file}.ts`)
      .concat('package-lock.json'),
    commands: [['dist/src/extraction/alignment/compile-dictionary.js']],
  },
  adminUi: {
    title: 'Building the admin page',
    sources: ['src/admin-ui', 'vite.config.ts', 'package-lock.json'],
    without: /\.spec\.tsx?$/,
    needs: 'src/admin-ui/index.html',
    commands: [[binary('vite/bin/vite.js'), 'build', '--logLevel', 'warn']],
  },
}

/** @param {{ adminUi: boolean }} wanted */
export async function ensureBuilt({ adminUi }) {
  // An installation without its sources (the container image) is built already.
  if (!existsSync(path.join(root, 'nest-cli.json'))) return
  const names = adminUi ? ['server', 'lexica', 'adminUi'] : ['server', 'lexica']
  if (names.every(isFresh)) return
  await alone(async () => {
    for (const name of names) if (!isFresh(name)) await build(name)
  })
}

function isFresh(name) {
  const stamp = path.join(dist, `.${name}.stamp`)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(parts[name])
}

/** Names, sizes and modification times of the sources: 400 files in a few milliseconds. */
function fingerprint({ sources, without }) {
  const hash = createHash('sha256')
  const visit = (relative) => {
    if (without?.test(relative)) return
    const stat = statSync(path.join(root, relative), { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) {
      for (const entry of readdirSync(path.join(root, relative)).toSorted()) visit(`${relative}/${entry}`)
    } else hash.update(`${relative} ${stat.size} ${stat.mtimeMs}\n`)
  }
  for (const source of sources) visit(source)
  return hash.digest('hex')
}

async function build(name) {
  const { title, commands, needs } = parts[name]
  if (needs && !existsSync(path.join(root, needs))) return
  const begin = Date.now()
  process.stderr.write(`${title} …`)
  const stampOf = fingerprint(parts[name])
  for (const command of commands) if (existsSync(path.resolve(root, command[0]))) await node(command)
  writeFileSync(path.join(dist, `.${name}.stamp`), stampOf)
  process.stderr.write(` done in ${((Date.now() - begin) / 1000).toFixed(1)} s\n`)
}

function node(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`node ${args.join(' ')} ended with code ${code}:\n${said}`)),
    )
  })
}

/** mkdir is atomic on every file system: who makes the folder builds. A lock older than five minutes is a dead process's. */
async function alone(task) {
  mkdirSync(dist, { recursive: true })
  const lock = path.join(dist, '.building')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const stat = statSync(lock, { throwIfNoEntry: false })
      if (stat && Date.now() - stat.mtimeMs > 300_000) rmSync(lock, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', release)
  try {
    await task()
  } finally {
    release()
    process.removeListener('exit', release)
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(parts)) rmSync(path.join(dist, `.${name}.stamp`), { force: true })
  await ensureBuilt({ adminUi: true })
}
