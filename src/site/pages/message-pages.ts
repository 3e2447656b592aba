import { sitePath } from '../addresses.js'
import { html } from '../html.js'
import type { Lost } from '../lost.js'
import type { Visit } from '../visit.js'
import type { PageContent } from './layout.js'

/** No such page: what there is instead. */
export function lostPage({ glossary, missing }: Lost, { speech: { say } }: Visit): PageContent {
  const title = titleOf()
  return {
    title,
    description: title,
    ...(glossary && { glossary }),
    isListed: false,
    main: html`<h1>${title}</h1>
      ${
        missing.what === 'concept' &&
        glossary &&
        html`<p>${say(missing.releases.length > 0 ? 'lostConceptIn' : 'lostConceptNowhere')}</p>
          <ul>
            ${missing.releases.map(
              (number) =>
                html`<li>
                  <a href="${glossary.addresses.of(number).concept(missing.number)}">${say('release', { number })}</a>
                </li>`,
            )}
          </ul>`
      }
      ${missing.what === 'any release' ? html`<p>${say('unpublishedHint')}</p>` : html`<p>${say('lostHint')}</p>`}
      <p class="tools">
        ${glossary && html`<a href="${glossary.addresses.home}">${say('home')}</a>`}
        ${missing.what === 'release' && html`<a href="${missing.latest}">${say('toLatest')}</a>`}
        <a href="${sitePath}">${say('glossaries')}</a>
      </p>`,
  }

  function titleOf(): string {
    if (missing.what === 'concept')
      return say('lostConcept', { number: missing.number, release: glossary?.release.number ?? '' })
    if (missing.what === 'release') return say('lostRelease', { number: missing.number })
    return say(missing.what === 'any release' ? 'unpublished' : 'lostTitle')
  }
}

/** For strangers who ask for what only members may read. */
export function closedPage({ speech: { say }, url }: Visit): PageContent {
  return {
    title: say('closedTitle'),
    description: say('closedTitle'),
    isListed: false,
    main: html`<h1>${say('closedTitle')}</h1>
      <p>${say('closedHint')}</p>
      <p class="tools">
        <a href="/sign-in?next=${encodeURIComponent(url)}">${say('signIn')}</a>
        <a href="${sitePath}">${say('glossaries')}</a>
      </p>`,
  }
}

export function brokenPage({ speech: { say } }: Visit): PageContent {
  const title = say('brokenTitle')
  return {
    title,
    description: title,
    isListed: false,
    main: html`<h1>${title}</h1>
      <p>${say('brokenHint')}</p>`,
  }
}
