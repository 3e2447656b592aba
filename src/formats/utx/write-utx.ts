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

/** Readers of UTX split its header at the ends of lines that the specification has. */
const lineEnd = '\r\n'

/** Version, languages and date have their places; whatever follows is named. */
function headerLine({
  source,
  target,
  date,
  title,
}: {
  source: string
  target: string
  date?: string
  title?: string
}) {
  const named = title ? `title: ${flat(title).replaceAll(/\s*[;:]\s*/g, ', ')}` : null
  return ['#UTX 1.20', `${source}/${target}`, date ?? '', ...(named ? [named] : [])].join('; ')
}

/** UTX 1.20: two lines of header, then source, target, part of speech, status and concept id, tab-separated. */
export async function* writeUtx(glossary: Glossary, options: UtxOptions): AsyncIterable<string> {
  const { source, target } = languagesOfList(glossary, options)
  yield headerLine({ source, target, date: options.date, title: glossary.header.title }) + lineEnd
  yield '#src\ttgt\tsrc:pos\tterm status\tconcept ID' + lineEnd
  for await (const pairs of termPairs(glossary, options)) {
    countUntold(pairs, ['partOfSpeech', 'administrativeStatus'], options.losses)
    const [from, to] = fromConceptEntry(pairs.entry).languages
    for (const source of from!.terms)
      for (const target of to!.terms) {
        const part = partsOfSpeech.has(source.partOfSpeech ?? '') ? source.partOfSpeech! : ''
        const status = target.administrativeStatus === 'preferredTerm-admn-sts' ? 'approved' : 'provisional'
        yield [source.text, target.text, part, status, pairs.entry.id].map(flat).join('\t') + lineEnd
      }
  }
}
