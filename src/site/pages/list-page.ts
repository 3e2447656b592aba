import type { ListPlace } from '../addresses.js'
import { type Html, html } from '../html.js'
import type { Catalogue, Heading } from '../shelves.service.js'
import type { OpenedGlossary, Visit } from '../visit.js'
import type { Speech, Word } from '../words.js'
import { browsingHtml } from './browsing.js'
import type { PageContent } from './layout.js'
import { conceptRow, type ListedConcept } from './terms.js'

export const rowsOfPage = 100

export interface List {
  place: Required<ListPlace>
  shelf: Heading
  catalogues: Catalogue[]
  rows: ListedConcept[]
}

/** The headwords under one heading. */
export function listPage(
  { place, shelf, catalogues, rows }: List,
  glossary: OpenedGlossary,
  visit: Visit,
): PageContent {
  const { speech } = visit
  const { say, number, nameOf } = speech
  const pages = Math.ceil(shelf.count / rowsOfPage)
  const order = `${nameOf(place.language)}, ${say('by', { order: say(place.ordering as Word) })}`
  const part = pages > 1 ? ` (${say('pageOf', { page: place.page, pages })})` : ''
  return {
    title: `${shelf.heading} – ${order}${part}`,
    description: `${glossary.name}: ${order}: ${shelf.heading}${part}`,
    glossary,
    main: html`<h1><span lang="${place.language}">${shelf.heading}</span></h1>
      <p class="facts">
        ${order} · ${shelf.count === 1 ? say('oneHeadword') : say('headwords', { count: number(shelf.count) })}
      </p>
      ${browsingHtml(catalogues, place, glossary, speech)}
      <ul class="rows">
        ${rows.map((row) => conceptRow(row, glossary, speech))}
      </ul>
      ${pages > 1 && pagesHtml(place, pages, glossary, speech)}`,
  }
}

function pagesHtml(place: Required<ListPlace>, pages: number, { addresses }: OpenedGlossary, { say }: Speech): Html {
  const to = (page: number, label: string, rel: string) =>
    html`<a href="${addresses.list({ ...place, page })}" rel="${rel}">${label}</a>`
  const { page } = place
  return html`<nav class="order pages" aria-label="${say('pages')}">
    ${page > 1 && to(page - 1, say('previous'), 'prev')}
    <span>${say('pageOf', { page, pages })}</span>
    ${page < pages && to(page + 1, say('next'), 'next')}
  </nav>`
}
