import { html } from '../html.js'
import type { OpenedGlossary, Visit } from '../visit.js'
import type { PageContent } from './layout.js'
import { preparingHtml, secondsToSort } from './preparing.js'

/** Instead of a list, as long as the headwords are still being sorted. */
export function preparingPage(glossary: OpenedGlossary, { speech }: Visit): PageContent {
  const title = speech.say('preparing')
  return {
    title,
    description: title,
    glossary,
    isListed: false,
    reloadsAfter: secondsToSort,
    main: html`<h1>${speech.say('browse')}</h1>
      ${preparingHtml(speech)}`,
  }
}
