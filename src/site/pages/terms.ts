import type { AdministrativeStatus, ConceptRecord, TermRecord } from '../../releases/release-content.js'
import type { LanguageTag } from '../../shared/language-tag.js'
import { type Html, html } from '../html.js'
import type { OpenedGlossary } from '../visit.js'
import type { Speech, Word } from '../words.js'

/** Shape and word tell a status, not colour alone. */
const statuses: Record<AdministrativeStatus, { sign: string; word: Word; forbidden: boolean }> = {
  'preferredTerm-admn-sts': { sign: '●', word: 'preferred', forbidden: false },
  'admittedTerm-admn-sts': { sign: '○', word: 'admitted', forbidden: false },
  'deprecatedTerm-admn-sts': { sign: '×', word: 'deprecated', forbidden: true },
  'supersededTerm-admn-sts': { sign: '△', word: 'superseded', forbidden: true },
}

export function isForbidden({ administrativeStatus }: Pick<TermRecord, 'administrativeStatus'>): boolean {
  return statuses[administrativeStatus].forbidden
}

/** The term to use of a section: its first, unless that must not be used. */
export function preferredOf(terms: TermRecord[]): TermRecord | undefined {
  return terms.find((term) => !isForbidden(term))
}

/** A term as it is written, struck through when it must not be used. */
export function termHtml(term: TermRecord): Html {
  return isForbidden(term) ? html`<s>${term.text}</s>` : html`${term.text}`
}

/** Sign and word of a term's status; beside a forbidden one, what to use. */
export function statusHtml(term: TermRecord, siblings: TermRecord[], { say }: Speech): Html {
  const { sign, word, forbidden } = statuses[term.administrativeStatus]
  const instead = forbidden && preferredOf(siblings)
  return html`<span class="status" data-status="${word}"><span aria-hidden="true">${sign}</span> ${say(word)}</span>
    ${instead && html`<span class="instead">${say('use', { term: instead.text })}</span>`}`
}

/** A concept in a list: the headword it is listed under, what translates it, what it is about. */
export interface ListedConcept {
  concept: ConceptRecord
  language: LanguageTag
  term: number
}

export function conceptRow({ concept, language, term }: ListedConcept, glossary: OpenedGlossary, speech: Speech): Html {
  const own = concept.languages.find((section) => section.language === language) ?? concept.languages[0]!
  const headword = own.terms[term] ?? own.terms[0]!
  const others = glossary.languages.flatMap(
    (other) => concept.languages.find((section) => section.language === other && section !== own) ?? [],
  )
  return html`<li class="row">
    <div class="head" lang="${own.language}">
      <a href="${glossary.addresses.concept(concept.number)}">${termHtml(headword)}</a>
      ${isForbidden(headword) && statusHtml(headword, own.terms, speech)}
    </div>
    <div class="answers">
      ${others.map(
        (section) =>
          html`<p lang="${section.language}">
            ${section.terms
              .filter((other) => !isForbidden(other))
              .map((other, i) => html`${i > 0 && '; '}${other.text}`)}
          </p>`,
      )}
      ${aboutHtml(concept, own.language)}
    </div>
  </li>`
}

function aboutHtml(concept: ConceptRecord, language: LanguageTag): Html | false {
  const section = concept.languages.find((one) => one.language === language)
  const definition = section?.definition ?? concept.definition
  if (!concept.subjectField && !definition) return false
  return html`<p class="about">
    ${concept.subjectField && html`<span class="subject">${concept.subjectField}</span>`}
    ${definition && shortened(definition)}
  </p>`
}

const mostCharacters = 240

export function shortened(text: string, most = mostCharacters): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' ').trim())
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
