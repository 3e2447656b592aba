import { fileAddress } from '../file-address.js'
import { html } from '../html.js'
import type { Catalogue } from '../shelves.service.js'
import type { OpenedGlossary, Visit } from '../visit.js'
import { browsingHtml, ordersOf } from './browsing.js'
import type { PageContent } from './layout.js'
import { preparingHtml, secondsToSort } from './preparing.js'
import { termSet } from './structured-data.js'

/** The start of a glossary: what it is, and the ways in. */
export function homePage(glossary: OpenedGlossary, catalogues: Catalogue[] | null, visit: Visit): PageContent {
  const { speech, origin } = visit
  const { say, number, date, nameOf } = speech
  const { name, description, release, languages } = glossary
  const facts = say('facts', {
    concepts: number(release.conceptCount),
    terms: number(release.termCount),
    languages: number(languages.length),
  })
  const order = catalogues && ordersOf(catalogues, languages[0] ?? '')[0]
  return {
    title: name,
    description: description || `${name}: ${facts}`,
    glossary,
    structured: termSet(glossary, origin),
    ...(catalogues ? {} : { reloadsAfter: secondsToSort }),
    main: html`<h1>${name}</h1>
      ${description && html`<p class="lead">${description}</p>`}
      <p class="facts">
        ${say('release', { number: release.number })}, ${say('published', { date: date(release.publishedAt) })}<br />
        ${facts}: ${languages.map(nameOf).join(', ')}
      </p>
      ${release.note && html`<p>${release.note}</p>`}
      <h2>${say('browse')}</h2>
      ${order ? browsingHtml(catalogues, { ...order, heading: '' }, glossary, speech) : preparingHtml(speech)}
      <div class="tools">
        <span>${say('download')}:</span>
        ${downloads.map(({ label, format }) => html`<a href="${fileAddress(glossary, format)}" download>${label}</a>`)}
        <a href="/api/docs">API</a>
      </div>`,
  }
}

/** What most readers and their tools take; the others stand in the API. */
const downloads = [
  { label: 'TBX', format: 'tbx-basic-dca' },
  { label: 'XLSX', format: 'xlsx' },
  { label: 'CSV', format: 'csv' },
  { label: 'JSONL', format: 'jsonl' },
]
