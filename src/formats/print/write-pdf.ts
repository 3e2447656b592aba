import type PDFDocument from 'pdfkit'
import type { Glossary, LossReport } from '../model/glossary.js'
import type { PairOptions } from '../model/pairs.js'
import { faceOf, refuseWithoutFont, type FontFile } from './font.js'
import { glossaryLists, statuses, type PrintedList, type PrintedRow, type PrintedTerm } from './glossary-lists.js'
import { titleOf } from './write-html.js'

export interface PdfOptions extends PairOptions {
  /** The day of publication, YYYY-MM-DD. */
  date?: string
  /** What shows characters beyond Western European ones; only those that are used become a part of the file. */
  font?: FontFile
}

type Pdf = InstanceType<typeof PDFDocument>

const maxTerms = 50_000
const margin = 54
const sizes = { title: 20, list: 15, heading: 11, term: 9.5, about: 8, foot: 8 }
const colours = { ink: '#1b1b1b', quiet: '#565656', accent: '#0b5d6b', line: '#c9c9c9' }

/** The printed glossary as PDF, on A4, with bookmarks for lists and headings. The same glossary gives the same bytes. */
export async function* writePdf(glossary: Glossary, options: PdfOptions): AsyncIterable<Uint8Array> {
  const lists = await glossaryLists(glossary, { ...options, maxTerms })
  const title = glossary.header.title ?? 'Glossary'
  const pdf = await newDocument(title, lists, options)
  const show = shower(pdf, options.font !== undefined, options.losses)
  writeTitle(pdf, show, { title, description: glossary.header.description, date: options.date })
  for (const list of lists) writeList(pdf, show, list)
  pdf.end()
  for await (const chunk of pdf) yield chunk as Uint8Array
}

async function newDocument(title: string, lists: PrintedList[], { font, date }: PdfOptions): Promise<Pdf> {
  const { default: Document } = await import('pdfkit')
  const day = new Date(date ? `${date}T00:00:00Z` : 0)
  const pdf = new Document({
    size: 'A4',
    margin,
    autoFirstPage: false,
    lang: lists[0]!.from,
    displayTitle: true,
    info: { Title: title, Creator: 'Termloom', CreationDate: day, ModDate: day },
  })
  if (font) {
    const face = await faceOf(
      font,
      lists.map(({ from }) => from),
    )
    // A collection needs the name of a face, a file of one face has none to choose.
    pdf.font(Buffer.from(font.bytes), face as string)
  }
  let page = 0
  pdf.on('pageAdded', () => {
    const { x, y } = pdf
    pdf.page.margins.bottom = 0
    pdf.fontSize(sizes.foot).fillColor(colours.quiet)
    pdf.text(String(++page), margin, pdf.page.height - margin / 1.5, {
      align: 'center',
      width: pdf.page.width - 2 * margin,
    })
    pdf.page.margins.bottom = margin
    pdf.x = x
    pdf.y = y
  })
  return pdf.addPage()
}

type Show = (text: string) => string

/** Text as the font can show it. Without a font of its own what it cannot show is refused, with one it is told. */
function shower(pdf: Pdf, hasFont: boolean, losses: LossReport): Show {
  if (!hasFont)
    return (text) => {
      const plain = withPlainSigns(text)
      refuseWithoutFont(plain)
      return plain
    }
  const { font } = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font
  return (text) =>
    Array.from(text, (character) => {
      const code = character.codePointAt(0)!
      if (/\s/.test(character) || font.hasGlyphForCodePoint(code)) return character
      losses.add(`character that the font lacks: ${character}`, 'changed')
      return '?'
    }).join('')
}

/** The standard fonts have no circles and triangles. */
const plainSigns: Record<string, string> = { '●': '•', '○': '-', '△': '~' }
const withPlainSigns = (text: string): string => text.replaceAll(/[●○△]/g, (sign) => plainSigns[sign]!)

function writeTitle(pdf: Pdf, show: Show, about: { title: string; description?: string; date?: string }): void {
  pdf.fontSize(sizes.title).fillColor(colours.ink).text(show(about.title))
  pdf.fontSize(sizes.about).fillColor(colours.quiet)
  for (const line of [about.date, about.description]) if (line) pdf.text(show(line))
  pdf.text(
    show(
      Object.values(statuses)
        .map(({ sign, word }) => `${sign} ${word}`)
        .join('    '),
    ),
  )
}

function writeList(pdf: Pdf, show: Show, list: PrintedList): void {
  if (pdf.y > margin + 120) pdf.addPage()
  const title = show(withoutEntities(titleOf(list)))
  const bookmark = pdf.outline.addItem(title)
  pdf.moveDown().fontSize(sizes.list).fillColor(colours.accent).text(title)
  for (const { heading, rows } of list.groups) {
    keepTogether(pdf, 50)
    bookmark.addItem(show(heading))
    pdf.moveDown(0.6).fontSize(sizes.heading).fillColor(colours.accent).text(show(heading))
    for (const row of rows) writeRow(pdf, show, row)
  }
  for (const { title, groups } of list.indexes) writeIndex(pdf, show, { title, groups })
}

const withoutEntities = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Two columns: the headword, and what translates it; beneath them what is said of both. */
function writeRow(pdf: Pdf, show: Show, { term, targets, subjectField, definition, note }: PrintedRow): void {
  const width = pdf.page.width - 2 * margin
  const left = { text: show(termText(term)), width: width * 0.42 }
  const right = { text: show(targets.map(termText).join('; ')), width: width * 0.55 }
  const about = show([subjectField && `[${subjectField}]`, definition, note].filter(Boolean).join(' · '))
  pdf.fontSize(sizes.term)
  const height = Math.max(...[left, right].map(({ text, width }) => pdf.heightOfString(text, { width })))
  keepTogether(pdf, height + (about ? 14 : 4))
  const top = pdf.y + 2
  const isForbidden = term.status?.forbidden ?? false
  pdf
    .fillColor(colours.ink)
    .text(show(term.text), margin, top, { width: left.width, strike: isForbidden, continued: true })
  pdf.text(show(statusText(term)), { strike: false })
  pdf.text(right.text, margin + width * 0.45, top, { width: right.width })
  pdf.x = margin
  pdf.y = top + height
  if (about) pdf.fontSize(sizes.about).fillColor(colours.quiet).text(about, margin, pdf.y, { width })
  pdf
    .moveTo(margin, pdf.y + 2)
    .lineTo(margin + width, pdf.y + 2)
    .lineWidth(0.4)
    .strokeColor(colours.line)
    .stroke()
  pdf.y += 3
}

const termText = (term: PrintedTerm): string => term.text + statusText(term)
const statusText = ({ status }: PrintedTerm): string => (status ? `  ${status.sign} ${status.word}` : '')

function writeIndex(pdf: Pdf, show: Show, { title, groups }: PrintedList['indexes'][number]): void {
  pdf.addPage()
  const bookmark = pdf.outline.addItem(show(title))
  pdf.fontSize(sizes.list).fillColor(colours.accent).text(show(title))
  for (const { heading, rows } of groups) {
    keepTogether(pdf, 30)
    bookmark.addItem(show(heading))
    pdf.moveDown(0.4).fontSize(sizes.heading).fillColor(colours.accent).text(show(heading))
    pdf
      .fontSize(sizes.term)
      .fillColor(colours.ink)
      .text(rows.map(({ term }) => show(term.text)).join('   '))
  }
}

/** A page ends before what would be torn apart. */
function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - margin) pdf.addPage()
}
