import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Database } from '../database/database.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { termsOf, withForms } from './accepted-terms.js'
import { Candidate } from './candidate.entity.js'
import { noCandidate } from './refusals.js'

export interface PreviewTerm {
  language: string
  text: string
  status: string
  /** It comes from a pair that would be merged. */
  fresh: boolean
}

export interface MergePreview {
  terms: PreviewTerm[]
  conceptId: string | null
}

/** The concept that merging would lead to, told before it is done. Changes nothing. */
@Injectable()
export class MergePreviewService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly concepts: ConceptsService,
  ) {}

  async preview(termbaseId: string, into: string, ids: string[]): Promise<MergePreview> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const found = await this.database.db.findBy(Candidate, { termbaseId, id: In([into, ...ids]) })
    const require = (id: string) => {
      const candidate = found.find((other) => other.id === id)
      if (!candidate) throw noCandidate(id)
      return candidate
    }
    const stays = require(into)
    const merged = ids.filter((id) => id !== into).map(require)
    const pair = {
      source: { language: sourceLanguage, text: stays.source },
      target: { language: targetLanguage, text: stays.target },
    }
    const standing = stays.conceptId ? await this.termsOfConcept(termbaseId, stays.conceptId) : null
    const own = standing ?? termsOf(stays, pair)
    const terms = withForms(own, pair, merged).map((term, i) => ({
      language: term.language,
      text: term.text,
      status: term.administrativeStatus ?? 'admittedTerm-admn-sts',
      fresh: i >= own.length,
    }))
    return { terms, conceptId: stays.conceptId }
  }

  private async termsOfConcept(termbaseId: string, id: string) {
    const { languages } = await this.concepts.get(termbaseId, id)
    return languages.flatMap(({ language, terms }) =>
      terms.map(({ text, administrativeStatus }) => ({ language, text, administrativeStatus })),
    )
  }
}
