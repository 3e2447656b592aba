import { xmlReader, type XmlElement } from '../xml/xml-reader.js'

/** A cell is its paragraphs. */
export type Cell = string[]

/** What the body of a document holds, in reading order. Tables inside cells are read as paragraphs of the cell. */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: Cell[][] }

/** Deleted and moved-away text, field codes, the reading aid above characters, and the second copy of drawings. */
const leftOut = new Set(['del', 'moveFrom', 'instrText', 'delText', 'rt', 'Fallback', 'pPrChange', 'rPrChange'])

/** Elements of a run that are a character. */
const characters: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** The blocks of `word/document.xml` (ECMA-376 part 1, section 17). */
export function readBody(xml: Uint8Array, file: string): Block[] {
  const blocks: Block[] = []
  const paragraphs: string[] = []
  let rows: Cell[][] = []
  let tableDepth = 0
  let leftOutDepth = 0
  let runDepth = 0
  let continued: boolean[] = []
  let inText = false

  const add = (text: string): void => {
    if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text
  }
  const emitParagraph = (text: string): void => {
    if (tableDepth === 0) blocks.push({ kind: 'paragraph', text })
    else rows.at(-1)?.at(-1)?.push(text)
  }
  const begin: Record<string, () => void> = {
    tbl: () => {
      if (tableDepth++ === 0) rows = []
    },
    tr: () => {
      if (tableDepth > 1) return
      rows.push([])
      continued = []
    },
    tc: () => {
      if (tableDepth > 1) return
      rows.at(-1)?.push([])
      continued.push(false)
    },
    p: () => paragraphs.push(''),
    r: () => runDepth++,
    t: () => (inText = true),
  }
  const finish: Record<string, () => void> = {
    tbl: () => {
      if (--tableDepth === 0) blocks.push({ kind: 'table', rows })
    },
    tr: () => {
      if (tableDepth === 1 && continued.some(Boolean)) joinToRowAbove(rows)
    },
    p: () => emitParagraph(paragraphs.pop() ?? ''),
    r: () => runDepth--,
    t: () => (inText = false),
  }
  const open = (element: XmlElement): void => {
    const { local } = element
    if (leftOut.has(local)) leftOutDepth++
    if (leftOutDepth > 0) return
    if (local === 'vMerge' && tableDepth === 1) continued[continued.length - 1] = valueOf(element) !== 'restart'
    // `w:tab` outside a run sets a tab stop.
    const character = runDepth > 0 ? characters[local] : undefined
    if (character) add(character)
    else begin[local]?.()
  }
  const close = ({ local }: XmlElement): void => {
    if (leftOutDepth === 0) finish[local]?.()
    if (leftOut.has(local)) leftOutDepth--
  }
  const reader = xmlReader({ open, close, text: (text) => inText && leftOutDepth === 0 && add(text) }, { file })
  reader.write(xml)
  reader.end()
  return blocks
}

/** `w:val`; a merge without one continues the cell above. */
function valueOf({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith('}val') || name === 'w:val')?.[1]
}

/** A cell that goes on over several rows answers all of them. */
function joinToRowAbove(rows: Cell[][]): void {
  const row = rows.pop()!
  const above = rows.at(-1)
  if (!above) rows.push(row)
  else for (const [index, cell] of row.entries()) above[index]?.push(...cell)
}
