// Reads one of the large hostile inputs, made while it is read, in a process of its own:
//   node hostile-process.mjs NAME   ->   {"verdict","code","message","place","seconds","megabytes"}
import path from 'node:path'

const { readGlossary } = await import(path.resolve(import.meta.dirname, '../../dist/src/formats/index.js'))

const start =
  '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="c1">'
const repeated = (before, piece, times, after) =>
  (function* () {
    yield before
    for (let done = 0; done < times; done += 1000) yield piece.repeat(1000)
    yield after
  })()

/** 20 MB and more of one thing. */
const inputs = {
  'deep nesting': () => repeated(start, '<x>', 200_000, ''),
  'many attributes': () =>
    (function* () {
      yield `${start}<x`
      for (let at = 0; at < 300; at++) yield Array.from({ length: 1000 }, (_, n) => ` a${at * 1000 + n}="1"`).join('')
      yield '/>'
    })(),
  'an attribute of 20 MB': () => repeated(`${start}<x a="`, 'a'.repeat(20), 1_000_000, '"/>'),
  'a term of 50 MB': () =>
    repeated(`${start}<langSec xml:lang="en"><termSec><term>`, 'a'.repeat(50), 1_000_000, '</term>'),
  'a comment of 50 MB': () => repeated(`${start}<!--`, 'a'.repeat(50), 1_000_000, '-->'),
  '400,000 terms in an entry': () =>
    repeated(
      `${start}<langSec xml:lang="en">`,
      '<termSec><term>a</term></termSec>',
      400_000,
      '</langSec></conceptEntry></body></text></tbx>',
    ),
  'an endless table cell': () => repeated('zh,en\n"', 'a'.repeat(50), 1_000_000, '",b'),
}

async function* bytes(pieces) {
  for (const piece of pieces) yield Buffer.from(piece)
}

const before = process.resourceUsage().maxRSS
const begin = performance.now()
const found = { verdict: 'accept' }
try {
  const { entries } = await readGlossary(bytes(inputs[process.argv[2]]()), { file: 'hostile' })
  for await (const _ of entries);
} catch ({ code, message, details }) {
  Object.assign(found, { verdict: 'reject', code, message, ...details })
}
found.seconds = (performance.now() - begin) / 1000
found.megabytes = Math.round((process.resourceUsage().maxRSS - before) / 1024)
console.log(JSON.stringify(found))
