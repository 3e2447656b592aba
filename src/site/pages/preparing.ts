import { type Html, html } from '../html.js'
import type { Speech } from '../words.js'

/** So long it takes to sort a large release, about. */
export const secondsToSort = 5

export function preparingHtml({ say }: Speech): Html {
  return html`<p role="status"><strong>${say('preparing')}</strong><br />${say('preparingHint')}</p>`
}
