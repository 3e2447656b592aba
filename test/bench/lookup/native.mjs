// The plain Aho-Corasick that the matcher is compared with, built from source where the machine has what it needs:
// Rust's cargo, and the crate as Debian ships it (librust-aho-corasick-dev). No part of the product.
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const crates = '/usr/share/cargo/registry'

/** `build(terms)` gives megabytes, `scan(text)` the number of matches; or why there is none. */
export function nativeScan() {
  if (!existsSync(crates)) return { missing: 'apt-get install librust-aho-corasick-dev brings the library' }
  const target = mkdtempSync(path.join(tmpdir(), 'termloom-native-'))
  const source = path.join(target, 'source')
  cpSync(path.join(import.meta.dirname, 'native'), source, { recursive: true })
  const replaced = ['source.crates-io.replace-with="here"', `source.here.directory="${crates}"`]
  const run = spawnSync(
    'cargo',
    [
      'build',
      '--release',
      '--offline',
      '--quiet',
      '--manifest-path',
      path.join(source, 'Cargo.toml'),
      '--target-dir',
      target,
    ].concat(replaced.flatMap((each) => ['--config', each])),
    { encoding: 'utf8' },
  )
  if (run.error) return { missing: 'cargo is not installed' }
  if (run.status !== 0) return { missing: `it could not be built: ${run.stderr.trim().split('\n').at(0)}` }
  const addon = path.join(target, 'native-scan.node')
  copyFileSync(path.join(target, 'release', 'libnative_scan.so'), addon)
  return createRequire(import.meta.url)(addon)
}
