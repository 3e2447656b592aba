import { flat } from '../csv/cells.js'
import type { Glossary } from '../model/glossary.js'
import { countUntold, termPairs, type PairOptions } from '../model/pairs.js'

/** What DeepL's glossaries take, by its documentation. */
const maxPhraseBytes = 1024
const maxFileBytes = 10 * 1024 * 1024

/** One dictionary of one direction: two columns, each source phrase once, with its preferred target. */
export async function* writeDeepl(glossary: Glossary, options: PairOptions): AsyncIterable<string> {
  const { losses } = options
  const seen = new Set<string>()
  let bytes = 0
  for await (const pairs of termPairs(glossary, options)) {
    countUntold(pairs, ['administrativeStatus'], losses)
    const target = flat(pairs.targets[0]!.text).trim()
    if (pairs.targets.length > 1) losses.add('further target term', 'dropped', pairs.targets.length - 1)
    for (const source of pairs.sources.map(({ text }) => flat(text).trim())) {
      const line = `${source}\t${target}\n`
      if (seen.has(source)) losses.add('source term that stands there already')
      else if (hasControls(source) || hasControls(target)) losses.add('term with control characters')
      else if (!fits(source) || !fits(target)) losses.add(`term of more than ${maxPhraseBytes} bytes`)
      else if (bytes + Buffer.byteLength(line) > maxFileBytes) losses.add('pair beyond 10 MiB')
      else {
        seen.add(source)
        bytes += Buffer.byteLength(line)
        yield line
      }
    }
  }
}

// oxlint-disable-next-line no-control-regex -- these are what DeepL refuses
const hasControls = (phrase: string): boolean => /[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(phrase)
const fits = (phrase: string): boolean => Buffer.byteLength(phrase) <= maxPhraseBytes
