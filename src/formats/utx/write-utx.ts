import { flat } from '../csv/cells.js'
import { fromConceptEntry } from '../model/plain-concept.js'
import type { Glossary } from '../model/glossary.js'
import { countUntold, languagesOfList, termPairs, type PairOptions } from '../model/pairs.js'

export interface UtxOptions extends PairOptions {
  /** The day of publication, YYYY-MM-DD, for the first line. */
  date?: string
}

/** Parts of speech of UTX 1.20 -> those of TBX are a part of them. */
const partsOfSpeech = new Set(['noun', 'verb', 'adjective', 'adverb'])

/** UTX 1.20: two lines of header, then source, target, part of speech, status and concept id, tab-separated. */
export async function* writeUtx(glossary: Glossary, options: UtxOptions): AsyncIterable<string> {
  const { source, target } = languagesOfList(glossary, options)
  const about = [`#UTX 1.20`, `${source}/${target}`, options.date, glossary.header.title && flat(glossary.header.title)]
  yield about.filter(Boolean).join('; ') + '\n'
  yield '#src\ttgt\tsrc:pos\tterm status\tconcept ID\n'
  for await (const pairs of termPairs(glossary, options)) {
    countUntold(pairs, ['partOfSpeech', 'administrativeStatus'], options.losses)
    const [from, to] = fromConceptEntry(pairs.entry).languages
    for (const source of from!.terms)
      for (const target of to!.terms) {
        const part = partsOfSpeech.has(source.partOfSpeech ?? '') ? source.partOfSpeech! : ''
        const status = target.administrativeStatus === 'preferredTerm-admn-sts' ? 'approved' : 'provisional'
        yield [source.text, target.text, part, status, pairs.entry.id].map(flat).join('\t') + '\n'
      }
  }
}
