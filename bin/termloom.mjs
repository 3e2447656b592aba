#!/usr/bin/env node
// The command `termloom`: makes sure what is compiled is what is checked out, then hands over to src/cli.
import { ensureBuilt } from './build.mjs'

const wantsPage = ['serve'].includes(process.argv[2])
await ensureBuilt({ adminUi: wantsPage })
const { run } = await import('../dist/src/cli/main.js')
await run(process.argv)
