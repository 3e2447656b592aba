import type { Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { type LanguageTag, requireLanguage } from '../shared/language-tag.js'

/** What stands in a termbase in one language; retired concepts are not counted. */
export interface LanguageUse {
  language: LanguageTag
  concepts: number
  terms: number
  documents: number
}

/** The languages that concepts and documents of a termbase use, most used first. */
export async function languagesInUse(db: Db, termbaseId: string): Promise<LanguageUse[]> {
  return db.query(
    `SELECT language, sum(concepts)::int AS concepts, sum(terms)::int AS terms, sum(documents)::int AS documents FROM (
       SELECT s.language, count(DISTINCT c.id) AS concepts, count(t.id) AS terms, 0 AS documents
       FROM concepts c JOIN language_sections s ON s.concept_id = c.id LEFT JOIN terms t ON t.language_section_id = s.id
       WHERE c.termbase_id = $1 AND c.status <> 'retired' GROUP BY s.language
       UNION ALL
       SELECT l.language, 0, 0, count(*) FROM documents d CROSS JOIN unnest(ARRAY[d.source_language, d.target_language]) AS l (language)
       WHERE d.termbase_id = $1 GROUP BY l.language
     ) u GROUP BY language ORDER BY concepts DESC, language`,
    [termbaseId],
  )
}

export interface LanguageChoice {
  sourceLanguage: LanguageTag
  targetLanguage: LanguageTag
  otherLanguages: LanguageTag[]
}

const mostLanguages = 100

/** The choice with canonical codes, each language once; a pair of one language is refused. */
export function checkedLanguages(choice: LanguageChoice): LanguageChoice {
  const sourceLanguage = requireLanguage(choice.sourceLanguage, 'sourceLanguage')
  const targetLanguage = requireLanguage(choice.targetLanguage, 'targetLanguage')
  if (sourceLanguage === targetLanguage)
    throw new DomainError('invalid-input', 'Source and target language are the same.', {
      remedy: 'Choose two different languages.',
      fields: { targetLanguage: ['must differ from sourceLanguage'] },
    })
  const others = new Set(choice.otherLanguages.map((language) => requireLanguage(language, 'otherLanguages')))
  const otherLanguages = [...others].filter((language) => language !== sourceLanguage && language !== targetLanguage)
  if (otherLanguages.length > mostLanguages)
    throw new DomainError('invalid-input', `A termbase has at most ${mostLanguages} further languages.`, {
      fields: { otherLanguages: [`at most ${mostLanguages}`] },
    })
  return { sourceLanguage, targetLanguage, otherLanguages }
}

/** What concepts or documents use is not taken away under them. */
export async function refuseUsedLanguages(
  db: Db,
  termbaseId: string,
  before: LanguageChoice,
  after: LanguageChoice,
): Promise<void> {
  const named = ({ sourceLanguage, targetLanguage, otherLanguages }: LanguageChoice) => [
    sourceLanguage,
    targetLanguage,
    ...otherLanguages,
  ]
  const gone = named(before).filter((language) => !named(after).includes(language))
  if (gone.length === 0 && !pairDiffers(before, after)) return
  const uses = await languagesInUse(db, termbaseId)
  const used = uses.filter(({ language }) => gone.includes(language))
  if (used.length > 0)
    throw new DomainError('conflict', `${used.map(useInWords).join('; ')}.`, {
      remedy: 'Take the language out of those concepts first, or keep it.',
      fields: { otherLanguages: [`${used.map(({ language }) => language).join(', ')} is in use`] },
      extra: { uses: used },
    })
  if (pairDiffers(before, after) && uses.some(({ documents }) => documents > 0))
    throw new DomainError('conflict', 'The documents of this termbase have been read in its pair of languages.', {
      remedy: 'Make another termbase for the other pair, or remove the documents first.',
      fields: { sourceLanguage: ['is the language of documents'] },
    })
}

function pairDiffers(one: LanguageChoice, other: LanguageChoice): boolean {
  return one.sourceLanguage !== other.sourceLanguage || one.targetLanguage !== other.targetLanguage
}

function useInWords({ language, concepts, terms, documents }: LanguageUse): string {
  return `${language} is used by ${concepts} concepts with ${terms} terms, and by ${documents} documents`
}
