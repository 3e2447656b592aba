import { html } from '../html.js'
import type { OpenedGlossary, Visit } from '../visit.js'
import type { PageContent } from './layout.js'

/** All glossaries that the visitor may read. */
export function glossariesPage(
  glossaries: OpenedGlossary[],
  { speech: { say, number, date, nameOf } }: Visit,
): PageContent {
  return {
    title: say('glossaries'),
    description: say('glossariesLead'),
    main: html`<h1>${say('glossaries')}</h1>
      ${glossaries.length > 0 && html`<p class="lead">${say('glossariesLead')}</p>`}
      ${
        glossaries.length === 0 &&
        html`<p>${say('noGlossaries')}</p>
          <p class="facts">${say('noGlossariesHint')}</p>`
      }
      <ul class="rows">
        ${glossaries.map(
          ({ name, description, release, languages, addresses }) =>
            html`<li class="row">
              <div class="head"><a href="${addresses.home}">${name}</a></div>
              <div>
                ${description && html`<p>${description}</p>`}
                <p class="about">
                  ${languages.map(nameOf).join(', ')} ·
                  ${say('facts', {
                    concepts: number(release.conceptCount),
                    terms: number(release.termCount),
                    languages: languages.length,
                  })}
                  · ${date(release.publishedAt)}
                </p>
              </div>
            </li>`,
        )}
      </ul>`,
  }
}
