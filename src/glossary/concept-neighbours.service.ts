import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import type { DataNode } from '../formats/index.js'
import { normaliseTerm } from '../matching/index.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { gramsOfQuery } from '../shared/text/search-pattern.js'
import type { AdministrativeStatus, ConceptRecord, ConceptStatus } from './concept-record.js'
import { ConceptsService } from './concepts.service.js'

export interface ConceptLine {
  id: string
  number: number
  /** What a cross reference to it says. */
  reference: string
  status: ConceptStatus
  terms: { language: LanguageTag; text: string; status: AdministrativeStatus }[]
}

/** `same`: a term of the concept is this one, by the shared matcher; `inside`: one contains it; `around`: one stands inside it. */
export const termRelations = ['same', 'inside', 'around'] as const
export interface TermMatches {
  language: LanguageTag
  text: string
  concepts: (ConceptLine & { relation: (typeof termRelations)[number] })[]
}

const MOST_MATCHES = 8

/** The concepts around a concept: those it refers to, those that refer to it, and those that have a term of it. */
@Injectable()
export class ConceptNeighboursService {
  constructor(
    private readonly database: Database,
    private readonly concepts: ConceptsService,
  ) {}

  /** By the target of the reference; a target that no concept answers to is left out. */
  async references(termbaseId: string, id: string): Promise<{ to: Record<string, ConceptLine>; from: ConceptLine[] }> {
    const concept = await this.concepts.get(termbaseId, id)
    const targets = [...new Set(referencesIn(concept))]
    const own = concept.externalId ?? `c${concept.number}`
    const [to, from]: [ConceptLine[], ConceptLine[]] = await Promise.all([
      this.database.db.query(`${LINES} WHERE c.termbase_id = $1 AND ${REFERENCE} = ANY ($2::text[])`, [
        termbaseId,
        targets,
      ]),
      this.database.db.query(
        `${LINES} WHERE c.termbase_id = $1 AND c.id <> $3 AND c.status <> 'retired' AND c.data @> $2::jsonb ORDER BY c.number LIMIT 50`,
        [termbaseId, JSON.stringify([{ element: 'ref', attributes: { target: own } }]), id],
      ),
    ])
    return { to: Object.fromEntries(to.map((line) => [line.reference, line])), from }
  }

  /** For each term, the concepts that have it already, or one that contains it or stands inside it; the nearest first. */
  async matches(
    termbaseId: string,
    terms: { language: LanguageTag; text: string }[],
    except: string | null,
  ): Promise<TermMatches[]> {
    return Promise.all(
      terms.map(async ({ language, text }) => {
        const key = normaliseTerm(text, language)
        const concepts: TermMatches['concepts'] =
          key === ''
            ? []
            : await this.database.db.query(MATCHING, [
                termbaseId,
                primaryLanguage(language),
                key,
                partsOf(key),
                gramsOfQuery(key),
                except,
                MOST_MATCHES,
              ])
        return { language, text, concepts }
      }),
    )
  }
}

/** Whole words of the key, one or several in a row; of a text without spaces, every stretch that is a term's length. */
function partsOf(key: string): string[] {
  const words = key.split(' ')
  const [pieces, joint] = words.length > 1 ? [words, ' '] : [[...key], '']
  const parts = new Set<string>()
  for (let start = 0; start < pieces.length; start++)
    for (let end = start + 1; end <= Math.min(pieces.length, start + 12); end++)
      parts.add(pieces.slice(start, end).join(joint))
  return [...parts].filter((part) => part !== key && part.length > 1)
}

function referencesIn({ data, languages }: ConceptRecord): string[] {
  const targets = (nodes: DataNode[] | null | undefined): string[] =>
    (nodes ?? []).flatMap(({ element, attributes, children }) => [
      ...(element === 'ref' && attributes?.['target'] ? [attributes['target']] : []),
      ...targets(children),
    ])
  return [
    ...targets(data),
    ...languages.flatMap((section) => [
      ...targets(section.data),
      ...section.terms.flatMap((term) => targets(term.data)),
    ]),
  ]
}

/** What files call a concept. */
const REFERENCE = `coalesce(c.external_id, 'c' || c.number)`

const LINE = `c.id, c.number::integer, ${REFERENCE} AS reference, c.status,
  (SELECT json_agg(json_build_object('language', s.language, 'text', t.text, 'status', t.administrative_status) ORDER BY s.position, t.position)
   FROM language_sections s JOIN terms t ON t.language_section_id = s.id WHERE s.concept_id = c.id) AS terms`

const LINES = `SELECT ${LINE} FROM concepts c`

/** $1 termbase, $2 language without script and region, $3 key, $4 its parts, $5 its grams, $6 the concept itself, $7 most rows. */
const MATCHING = `
  WITH found AS (
    SELECT t.language_section_id, CASE WHEN t.key = $3 THEN 0 ELSE 2 END AS rank, char_length(t.key) AS length
    FROM terms t WHERE t.key = $3 OR t.key = ANY ($4::text[])
    UNION ALL
    SELECT t.language_section_id, 1, char_length(t.key)
    FROM terms t WHERE t.grams @> $5::text[] AND t.key <> $3 AND strpos(t.key, $3) > 0 AND char_length($3) > 1
  ), nearest AS (
    SELECT s.concept_id, min(f.rank) AS rank, min(abs(f.length - char_length($3))) AS difference
    FROM found f JOIN language_sections s ON s.id = f.language_section_id AND split_part(s.language, '-', 1) = $2
    JOIN concepts c ON c.id = s.concept_id AND c.termbase_id = $1 AND c.status <> 'retired' AND c.id IS DISTINCT FROM $6::uuid
    GROUP BY s.concept_id
  )
  SELECT ${LINE}, (ARRAY['same', 'inside', 'around'])[n.rank + 1] AS relation
  FROM nearest n JOIN concepts c ON c.id = n.concept_id
  ORDER BY n.rank, n.difference, c.number LIMIT $7`
