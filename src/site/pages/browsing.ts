import type { ListPlace } from '../addresses.js'
import { type Html, html } from '../html.js'
import type { Catalogue } from '../shelves.service.js'
import { bySubject } from '../shelves.js'
import type { OpenedGlossary } from '../visit.js'
import type { Speech, Word } from '../words.js'

/** The ways into the headwords: languages, their orders, and the headings of the order that is open. */
export function browsingHtml(
  catalogues: Catalogue[],
  place: Omit<ListPlace, 'page'>,
  { addresses, languages }: OpenedGlossary,
  speech: Speech,
): Html {
  const { say, nameOf, number } = speech
  const open = catalogues.find(({ language, ordering }) => language === place.language && ordering === place.ordering)
  const own = ordersOf(catalogues, place.language)
  return html`<nav aria-label="${say('browse')}">
    <div class="order">
      ${languages.map((language) => {
        const [first] = ordersOf(catalogues, language)
        return first && choice(nameOf(language), firstPlace(first), language === place.language, addresses)
      })}
    </div>
    ${
      own.length > 1 &&
      html`<div class="order">
        ${own.map((catalogue) =>
          choice(
            say('by', { order: say(catalogue.ordering as Word) }),
            firstPlace(catalogue),
            catalogue === open,
            addresses,
          ),
        )}
      </div>`
    }
    <ul class="chips" lang="${place.language}">
      ${open?.headings.map(({ heading, count }) => {
        const label = html`${heading} ${open.ordering === bySubject && html`<small>${number(count)}</small>`}`
        const address = addresses.list({ ...place, heading })
        return html`<li>
          ${
            heading === place.heading
              ? html`<a href="${address}" aria-current="page">${label}</a>`
              : html`<a href="${address}">${label}</a>`
          }
        </li>`
      })}
    </ul>
  </nav>`
}

/** The orders of a language, those by the word before the one by subject. */
export function ordersOf(catalogues: Catalogue[], language: string): Catalogue[] {
  const own = catalogues.filter((catalogue) => catalogue.language === language && catalogue.headings.length > 0)
  return own.toSorted((a, b) => Number(a.ordering === bySubject) - Number(b.ordering === bySubject))
}

export function firstPlace({ language, ordering, headings }: Catalogue): ListPlace {
  return { language, ordering, heading: headings[0]!.heading }
}

function choice(label: string, place: ListPlace, isCurrent: boolean, addresses: OpenedGlossary['addresses']): Html {
  const address = addresses.list(place)
  return isCurrent
    ? html`<a href="${address}" aria-current="true">${label}</a>`
    : html`<a href="${address}">${label}</a>`
}
