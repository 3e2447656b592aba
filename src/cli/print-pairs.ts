import type { TermPair } from '../extraction/index.js'
import { printTable } from './print-table.js'

export const formats = ['table', 'tsv', 'jsonl'] as const
export type Format = (typeof formats)[number]

/** Pairs on stdout, best first: a table to read, TSV for a spreadsheet, JSON Lines for a program. */
export async function printPairs(pairs: AsyncIterable<TermPair>, format: Format): Promise<number> {
  return format === 'table' ? printAsTable(pairs) : printLines(pairs, format === 'tsv' ? tsvLine : jsonLine)
}

async function printLines(
  pairs: AsyncIterable<TermPair>,
  lineOf: (pair: TermPair, rank: number) => string,
): Promise<number> {
  let rank = 0
  for await (const pair of pairs) process.stdout.write(`${lineOf(pair, ++rank)}\n`)
  return rank
}

function jsonLine(pair: TermPair, rank: number): string {
  const {
    source,
    target,
    score,
    kind,
    frequency,
    reasons,
    explanation,
    explanationZh,
    variants,
    containedIn,
    evidence,
  } = pair
  const lean = evidence.map(({ document, source, target }) => ({
    document,
    source: spanOf(source),
    target: spanOf(target),
  }))
  return JSON.stringify({
    rank,
    source,
    target,
    score,
    kind,
    frequency,
    reasons,
    explanation,
    explanationZh,
    variants,
    containedIn,
    evidence: lean,
  })
}

const spanOf = ({ text, start, end, offset, line }: TermPair['evidence'][number]['source']) => ({
  text,
  start,
  end,
  offset,
  line,
})

const tsvLine = ({ source, target, score, kind, frequency, explanation }: TermPair): string =>
  [source, target, score.toFixed(4), kind, frequency, explanation]
    .map((cell) => String(cell).replace(/[\t\r\n]+/gu, ' '))
    .join('\t')

async function printAsTable(pairs: AsyncIterable<TermPair>): Promise<number> {
  const rows: string[][] = []
  for await (const pair of pairs)
    rows.push([
      String(rows.length + 1),
      pair.source,
      pair.target,
      pair.score.toFixed(2),
      pair.kind,
      String(pair.frequency),
      otherForms(pair),
    ])
  if (rows.length > 0) printTable(['#', 'SOURCE', 'TARGET', 'SCORE', 'KIND', 'SEEN', 'OTHER FORMS'], rows)
  return rows.length
}

const formsShown = 3

/** "QCCM, 上合组织": what the pair's variants add to its two forms; other renderings and cuts stand in the JSON lines. */
function otherForms({ source, target, variants }: TermPair): string {
  const same = variants.filter(({ kind }) => kind !== 'alternative' && kind !== 'shorter' && kind !== 'longer')
  const others = new Set(same.flatMap((variant) => [variant.source, variant.target]))
  others.delete(source)
  others.delete(target)
  const [...forms] = others
  return forms.slice(0, formsShown).join(', ') + (forms.length > formsShown ? ', …' : '')
}
