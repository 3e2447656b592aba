import type { ConceptRecord, TermRecord } from '../../releases/release-content.js'
import { type Html, html } from '../html.js'
import type { OutsideLink } from '../references.js'
import type { OpenedGlossary, Visit } from '../visit.js'
import { sayValue, type Speech } from '../words.js'
import type { PageContent } from './layout.js'
import { definedTerms } from './structured-data.js'
import { preferredOf, shortened, statusHtml, termHtml } from './terms.js'

export interface ShownConcept {
  concept: ConceptRecord
  /** Other concepts it points to; those that the release does not hold are told by their text alone. */
  related: { text: string; number: number | null }[]
  outside: OutsideLink[]
  /** The releases that hold it too, newest first. */
  releases: number[]
}

/** All that a release says of a concept, at an address that stays. */
export function conceptPage(shown: ShownConcept, glossary: OpenedGlossary, visit: Visit): PageContent {
  const { concept } = shown
  const { speech, origin } = visit
  const sections = glossary.languages.flatMap(
    (language) => concept.languages.find((section) => section.language === language) ?? [],
  )
  const names = sections.flatMap(({ language, terms }) => {
    const term = preferredOf(terms) ?? terms[0]
    return term ? [{ language, text: term.text }] : []
  })
  const title = names
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' – ')
  const definition = concept.definition ?? sections.find((section) => section.definition)?.definition
  return {
    title,
    description: shortened(definition ?? names.map(({ text }) => text).join(' · ')),
    glossary,
    structured: definedTerms(concept, glossary, origin),
    main: html`<article>
      <h1 lang="${names[0]?.language}">${names[0]?.text}</h1>
      ${names.slice(1, 4).map(({ language, text }) => html`<p class="lead" lang="${language}">${text}</p>`)}
      ${aboutHtml(concept, speech)}
      ${sections.map(
        (section) =>
          html`<section class="section" id="${section.language}" lang="${section.language}">
            <h2 lang="${speech.tag}">${speech.nameOf(section.language)}</h2>
            ${saidHtml(section, speech)} ${section.terms.map((term) => oneTermHtml(term, section.terms, speech))}
          </section>`,
      )}
      ${elsewhereHtml(shown, glossary, speech)} ${toolsHtml(shown, glossary, visit)}
    </article>`,
  }
}

function aboutHtml(concept: ConceptRecord, speech: Speech): Html {
  const { say } = speech
  const { number, subjectField, customerSubset, projectSubset } = concept
  return html`<dl class="meta">
      ${row(say('subject'), subjectField)} ${row(say('customer'), customerSubset)} ${row(say('project'), projectSubset)}
    </dl>
    ${saidHtml(concept, speech)}
    <p class="facts">${say('concept', { number })}</p>`
}

/** What is said of a concept, or of it in one language. */
function saidHtml(
  { definition, definitionSource, note }: Pick<ConceptRecord, 'definition' | 'definitionSource' | 'note'>,
  { say }: Speech,
): Html {
  return html`${
    definition &&
    html`<p>
      <dfn class="unseen">${say('definition')}: </dfn
      >${definition}${definitionSource && html`<cite>${say('source')}: ${definitionSource}</cite>`}
    </p>`
  }
  ${note && html`<p class="about">${say('note')}: ${note}</p>`}`
}

function oneTermHtml(term: TermRecord, siblings: TermRecord[], speech: Speech): Html {
  const { say, tag } = speech
  const { partOfSpeech, termType, grammaticalGender, geographicalUsage, customerSubset, projectSubset, note } = term
  const values = [partOfSpeech, termType, grammaticalGender].map((value) => value && sayValue(speech, value))
  return html`<div class="term">
    <h3>${termHtml(term)}</h3>
    <span lang="${tag}">${statusHtml(term, siblings, speech)}</span>
    <dl class="meta" lang="${tag}">
      ${row(say('partOfSpeech'), values[0])} ${row(say('termType'), values[1])} ${row(say('gender'), values[2])}
      ${row(say('region'), geographicalUsage)} ${row(say('customer'), customerSubset)}
      ${row(say('project'), projectSubset)} ${row(say('note'), note)} ${row(say('source'), term.source)}
    </dl>
    ${
      term.context &&
      html`<blockquote>
        ${term.context}${term.contextSource && html`<cite lang="${tag}">${say('source')}: ${term.contextSource}</cite>`}
      </blockquote>`
    }
  </div>`
}

function row(label: string, value: string | null | undefined): Html | null {
  return value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : null
}

function elsewhereHtml({ related, outside }: ShownConcept, { addresses }: OpenedGlossary, { say }: Speech): Html {
  return html`${
    related.length > 0 &&
    html`<section class="section">
      <h2>${say('seeAlso')}</h2>
      <ul>
        ${related.map(({ text, number }) => html`<li>${number ? html`<a href="${addresses.concept(number)}">${text}</a>` : text}</li>`)}
      </ul>
    </section>`
  }
  ${
    outside.length > 0 &&
    html`<section class="section">
      <h2>${say('links')}</h2>
      <ul>
        ${outside.map(
          ({ address, text, isPicture }) =>
            html`<li>
              ${isPicture && `${say('picture')}: `}<a href="${address}" rel="noopener nofollow">${text}</a>
            </li>`,
        )}
      </ul>
    </section>`
  }`
}

function toolsHtml(
  { concept, releases }: ShownConcept,
  glossary: OpenedGlossary,
  { speech: { say }, isMember }: Visit,
): Html {
  const { addresses, release, termbaseId } = glossary
  const others = releases.filter((number) => number !== release.number)
  return html`<div class="tools">
    <button type="button" data-print>${say('print')}</button>
    ${isMember && html`<a href="/termbases/${termbaseId}/concepts/${concept.id}">${say('edit')}</a>`}
    ${
      others.length > 0 &&
      html`<span
        >${say('otherReleases')}:
        ${others.slice(0, 12).map((number) => html`<a href="${addresses.of(number).concept(concept.number)}">${number}</a> `)}</span
      >`
    }
  </div>`
}
