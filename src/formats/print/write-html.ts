import type { LanguageTag } from '../../shared/language-tag.js'
import type { Glossary } from '../model/glossary.js'
import type { PairOptions } from '../model/pairs.js'
import { escapeAttribute, escapeText } from '../xml/xml-writer.js'
import { glossaryLists, statuses, type PrintedList, type PrintedRow, type PrintedTerm } from './glossary-lists.js'
import { stylesheet } from './stylesheet.js'

export interface HtmlOptions extends PairOptions {
  /** The day of publication, YYYY-MM-DD. */
  date?: string
}

const maxTerms = 200_000

/** A glossary to read and to print: one file, both directions, sorted and headed as each language is. */
export async function* writeHtml(glossary: Glossary, options: HtmlOptions): AsyncIterable<string> {
  const lists = await glossaryLists(glossary, { ...options, maxTerms })
  const title = escapeText(glossary.header.title ?? 'Glossary')
  yield `<!doctype html>\n<html lang="${lists[0]!.from}">\n<head>\n<meta charset="utf-8">\n`
  yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n`
  yield `<style>${stylesheet}</style>\n</head>\n<body>\n`
  yield headerHtml(title, glossary, options)
  yield navigationHtml(lists)
  for (const [number, list] of lists.entries()) yield* sectionHtml(list, number)
  yield '</body>\n</html>\n'
}

function headerHtml(title: string, { header }: Glossary, { date }: HtmlOptions): string {
  const about = [date, header.description].flatMap((text) => (text ? [`<p>${escapeText(text)}</p>`] : []))
  const legend = Object.values(statuses).map(({ sign, word }) => `<span>${sign} ${word}</span>`)
  return `<header>\n<h1>${title}</h1>\n${about.join('')}<p class="legend">${legend.join('')}</p>\n</header>\n`
}

function navigationHtml(lists: PrintedList[]): string {
  const links = lists.flatMap((list, number) => [
    `<li><a href="#list-${number}">${titleOf(list)}</a></li>`,
    ...list.indexes.map((index, at) => `<li><a href="#index-${number}-${at}">${escapeText(index.title)}</a></li>`),
  ])
  return `<nav><ul>${links.join('')}</ul></nav>\n`
}

/** Each language by the name that it has for itself. */
export function titleOf({ from, to, ordering }: PrintedList): string {
  const order = ordering.title ? ` (${ordering.title})` : ''
  return escapeText(`${ownName(from)} – ${ownName(to)}${order}`)
}

function ownName(language: LanguageTag): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
}

function* sectionHtml(list: PrintedList, number: number): Iterable<string> {
  yield `<section id="list-${number}">\n<h2>${titleOf(list)}</h2>\n`
  const ids = new Map<PrintedRow, string>()
  for (const { heading, rows } of list.groups) {
    yield `<h3>${escapeText(heading)}</h3>\n<dl lang="${list.from}">\n`
    for (const row of rows) {
      ids.set(row, `t${number}-${ids.size + 1}`)
      yield rowHtml(row, list, ids.get(row)!)
    }
    yield '</dl>\n'
  }
  yield '</section>\n'
  for (const [at, { title, groups }] of list.indexes.entries()) {
    yield `<section id="index-${number}-${at}">\n<h2>${escapeText(title)}</h2>\n<ul class="index" lang="${list.from}">\n`
    for (const { heading, rows } of groups) {
      yield `<li class="group"><h3>${escapeText(heading)}</h3></li>\n`
      for (const row of rows) yield `<li><a href="#${ids.get(row)}">${escapeText(row.term.text)}</a></li>\n`
    }
    yield '</ul>\n</section>\n'
  }
}

function rowHtml(
  { term, targets, subjectField, definition, note }: PrintedRow,
  { to }: PrintedList,
  id: string,
): string {
  const subject = subjectField ? `<span class="subject">${escapeText(subjectField)}</span>` : ''
  const about = [definition, note].flatMap((text) => (text ? [escapeText(text)] : [])).join(' · ')
  const aboutHtml = subject || about ? `<dd class="about">${subject}${about}</dd>` : ''
  const answers = targets.map(termHtml).join('; ')
  return `<div class="entry" id="${escapeAttribute(id)}"><dt>${termHtml(term)}</dt><dd lang="${to}">${answers}</dd>${aboutHtml}</div>\n`
}

function termHtml({ text, status }: PrintedTerm): string {
  if (!status) return escapeText(text)
  const shown = status.forbidden ? `<span class="forbidden">${escapeText(text)}</span>` : escapeText(text)
  return `${shown} <span class="status">${status.sign} ${status.word}</span>`
}
