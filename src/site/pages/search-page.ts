import { html } from '../html.js'
import type { OpenedGlossary, Visit } from '../visit.js'
import type { PageContent } from './layout.js'
import { conceptRow, type ListedConcept } from './terms.js'

/** What a search found, best first. */
export function searchPage(
  { text, rows, isCut }: { text: string; rows: ListedConcept[]; isCut: boolean },
  glossary: OpenedGlossary,
  { speech }: Visit,
): PageContent {
  const { say, number } = speech
  const heading = headingOf()
  return {
    title: heading,
    description: `${glossary.name}: ${heading}`,
    glossary,
    searched: text,
    isListed: false,
    main: html`<h1>${heading}</h1>
      ${text && rows.length === 0 && html`<p>${say('noResultsHint')}</p>`}
      <ul class="rows">
        ${rows.map((row) => conceptRow(row, glossary, speech))}
      </ul>
      ${isCut && html`<p class="facts">${say('manyResults', { count: number(rows.length) })}</p>`}
      <p class="tools"><a href="${glossary.addresses.home}">${say('home')}</a></p>`,
  }

  function headingOf(): string {
    if (!text) return say('typeSomething')
    if (rows.length === 0) return say('noResults', { text })
    return rows.length === 1 ? say('oneResult', { text }) : say('results', { text, count: number(rows.length) })
  }
}
