#!/usr/bin/env node
// The command `termloom`: makes sure what is compiled is what is checked out, then hands over to src/cli.
import { ensureBuilt } from './build.mjs'

const wantsPage = process.argv[2] === 'serve'
try {
  await ensureBuilt({ adminUi: wantsPage })
} catch (error) {
  process.stderr.write(`\ntermloom: the sources do not compile.\n${error.message}\n`)
  process.exit(1)
}
const { run } = await import('../dist/src/cli/main.js')
await run(process.argv)
