import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { beginningLength, beginningsIn, buildMatcher } from '../matching/index.js'
import { type LanguageTag, primaryLanguage } from '../shared/language-tag.js'
import type { AdministrativeStatus } from './concept-record.js'

export interface TermInText {
  /** Which of the texts. */
  text: number
  start: number
  end: number
  /** As it is kept. */
  term: string
  conceptId: string
  /** Deprecated or superseded: not to be used. */
  isForbidden: boolean
}

interface FoundTerm {
  conceptId: string
  text: string
  language: LanguageTag
  status: AdministrativeStatus
  caseSensitive: boolean
  exactForm: boolean | null
  partOfSpeech: string | null
}

const forbidden: ReadonlySet<AdministrativeStatus> = new Set(['deprecatedTerm-admn-sts', 'supersededTerm-admn-sts'])

/** Which terms of the glossary as it is now stand in some texts, by the shared matcher. Only terms that may stand there are asked for. */
@Injectable()
export class TermsInTextsService {
  constructor(private readonly database: Database) {}

  async find(termbaseId: string, language: LanguageTag, texts: string[]): Promise<TermInText[]> {
    const beginnings = beginningsIn(texts, language)
    if (beginnings.length === 0) return []
    const terms: FoundTerm[] = await this.database.db.query(TERMS, [termbaseId, primaryLanguage(language), beginnings])
    const matcher = buildMatcher(terms.map((term, id) => ({ ...term, id })))
    return texts.flatMap((text, index) =>
      matcher.match(text).map(({ start, end, ids }) => {
        // A form that is allowed in one concept and forbidden in another is not forbidden.
        const named = ids.map((id) => terms[id]!)
        const { conceptId, text: term, status } = named.find((one) => !forbidden.has(one.status)) ?? named[0]!
        return { text: index, start, end, term, conceptId, isForbidden: forbidden.has(status) }
      }),
    )
  }
}

const TERMS = `
  SELECT c.id AS "conceptId", t.text, l.language, t.administrative_status AS status, t.case_sensitive AS "caseSensitive",
    t.exact_form AS "exactForm", t.part_of_speech AS "partOfSpeech"
  FROM concepts c JOIN language_sections l ON l.concept_id = c.id JOIN terms t ON t.language_section_id = l.id
  WHERE c.termbase_id = $1 AND c.status = 'approved' AND split_part(l.language, '-', 1) = $2
    AND left(t.key, ${beginningLength}) = ANY ($3::text[])`
