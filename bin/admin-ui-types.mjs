// Writes src/admin-ui/api/schema.d.ts, the HTTP API as types, from the OpenAPI description of the server:
//   node bin/admin-ui-types.mjs            after a change of the API
//   node bin/admin-ui-types.mjs --check    ends with code 1 when the file is behind
// src/admin-ui/api/contract.ts then says whether what the page reads is what the server sends.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'src/admin-ui/api/schema.d.ts')
const work = mkdtempSync(path.join(tmpdir(), 'termloom-types-'))

try {
  const described = node(['bin/termloom.mjs', 'openapi'])
  writeFileSync(path.join(work, 'openapi.json'), described)
  const fresh = path.join(work, 'schema.d.ts')
  node(['node_modules/openapi-typescript/bin/cli.js', path.join(work, 'openapi.json'), '-o', fresh])
  if (!process.argv.includes('--check')) {
    writeFileSync(target, readFileSync(fresh))
    node(['node_modules/oxfmt/bin/oxfmt', target])
  } else if (essence(fresh) !== essence(target)) {
    console.error('src/admin-ui/api/schema.d.ts is behind the server. Run: node bin/admin-ui-types.mjs')
    process.exitCode = 1
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

function node(args) {
  return execFileSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64e6,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** The types without what a formatter may change. */
function essence(file) {
  return readFileSync(file, 'utf8').replaceAll(/[\s;,'"()|]/g, '')
}
