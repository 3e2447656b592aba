import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useConceptReferences, useTermEvidence } from '../../api/concepts.js'
import type { Concept, ConceptLine, LanguageSection, Term, TermEvidence, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { isStruck, StatusMark } from '../../parts/status-mark.js'
import { TermLine } from '../../parts/term-line.js'
import { useSubjectFields } from '../../api/subject-fields.js'
import { pathsOf } from '../subject-fields/tree.js'
import styles from './concept-view.module.css'
import { DataList } from './data-list.js'
import { TermOccurrences } from './term-occurrences.js'

interface Around {
  references: Record<string, ConceptLine>
  evidence: TermEvidence[]
}

/** The concept for reading: nothing that is empty takes room. */
export function ConceptView({
  concept,
  termbase,
  isPreview = false,
}: {
  concept: Concept
  termbase: Termbase
  /** Of a concept as it would be, or beside something else: without evidence and neighbours. */
  isPreview?: boolean
}) {
  const { t } = useTranslation()
  const references = useConceptReferences(termbase.id, isPreview ? '' : concept.id).data
  const around = { references: references?.to ?? {}, evidence: useEvidence(termbase.id, concept.id, isPreview) }
  return (
    <>
      <Facts
        facts={[
          [
            t('concept.subjectField'),
            <SubjectPath key="subject" termbaseId={termbase.id} name={concept.subjectField} />,
            concept.subjectField,
          ],
          [t('concept.definition'), withSource(concept.definition, concept.definitionSource)],
          [t('concept.note'), concept.note],
          [t('field.customerSubset'), concept.customerSubset],
          [t('field.projectSubset'), concept.projectSubset],
        ]}
      />
      <DataList termbase={termbase} level="concept" nodes={concept.data} references={around.references} />
      {references && references.from.length > 0 && (
        <Facts
          facts={[
            [t('concept.referredBy'), <ReferredBy key="from" lines={references.from} termbase={termbase} />, 'some'],
          ]}
        />
      )}
      {concept.languages.map((section) => (
        <LanguageBlock key={section.language} section={section} termbase={termbase} around={around} />
      ))}
    </>
  )
}

function useEvidence(termbaseId: string, id: string, isPreview: boolean): TermEvidence[] {
  const found = useTermEvidence(termbaseId, isPreview ? '' : id)
  return found.data?.items ?? []
}

/** Where in the tree the subject field stands. */
function SubjectPath({ termbaseId, name }: { termbaseId: string; name: string | null }) {
  const tree = useSubjectFields(termbaseId).data
  const line = pathsOf(tree?.items ?? []).find(({ node }) => node.name === name)
  return (
    <Link
      to={`/termbases/${termbaseId}/concepts?subjectField=${encodeURIComponent(name ?? '')}`}
      className={styles.subject}
    >
      {line ? line.path.join(' › ') : name}
    </Link>
  )
}

function ReferredBy({ lines, termbase }: { lines: ConceptLine[]; termbase: Termbase }) {
  return (
    <ul className={styles.plain}>
      {lines.map(({ id, terms }) => (
        <li key={id}>
          <Link to={`/termbases/${termbase.id}/concepts/${id}`}>
            <TermLine terms={terms} languages={[termbase.sourceLanguage, termbase.targetLanguage]} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LanguageBlock({
  section,
  termbase,
  around,
}: {
  section: LanguageSection
  termbase: Termbase
  around: Around
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section className={styles.language}>
      <h2>
        {format.language(section.language)} <span className={styles.tag}>{section.language}</span>
      </h2>
      <div className={styles.said}>
        <Facts
          facts={[
            [t('concept.definition'), withSource(section.definition, section.definitionSource)],
            [t('concept.note'), section.note],
          ]}
        />
        <DataList termbase={termbase} level="language" nodes={section.data} references={around.references} />
      </div>
      <ul className={styles.terms}>
        {section.terms.map((term, index) => (
          <TermBlock
            key={term.id ?? `${index} ${term.text}`}
            term={term}
            language={section.language}
            termbase={termbase}
            around={around}
          />
        ))}
      </ul>
    </section>
  )
}

function TermBlock({
  term,
  language,
  termbase,
  around,
}: {
  term: Term
  language: string
  termbase: Termbase
  around: Around
}) {
  const { t } = useTranslation()
  const grammar = [
    term.termType && t(`termType.${term.termType}` as 'termType.acronym', { defaultValue: term.termType }),
    term.partOfSpeech &&
      t(`partOfSpeech.${term.partOfSpeech}` as 'partOfSpeech.noun', { defaultValue: term.partOfSpeech }),
    term.grammaticalGender &&
      t(`gender.${term.grammaticalGender}` as 'gender.neuter', { defaultValue: term.grammaticalGender }),
    term.caseSensitive && t('concept.caseSensitive'),
    term.exactForm && t('concept.exactForm'),
  ].filter(Boolean)
  const evidence = around.evidence.find(({ termId }) => termId === term.id)
  return (
    <li className={styles.term}>
      <div className={styles.termHead}>
        <span lang={language} className={styles.text} data-struck={isStruck(term.administrativeStatus) || undefined}>
          {term.text}
        </span>
        <StatusMark of="term" status={term.administrativeStatus} />
        {grammar.length > 0 && <span className={styles.grammar}>{grammar.join(' · ')}</span>}
        {term.candidateId && (
          <Link
            className={styles.evidence}
            to={`/termbases/${termbase.id}/review?state=all&candidate=${term.candidateId}`}
          >
            {t('concept.candidate')}
          </Link>
        )}
      </div>
      <Facts
        facts={[
          [t('concept.usage'), term.geographicalUsage],
          [t('concept.location'), term.termLocation],
          [t('concept.context'), withSource(term.context, term.contextSource)],
          [t('concept.source'), term.source],
          [t('concept.note'), term.note],
          [t('field.customerSubset'), term.customerSubset],
          [t('field.projectSubset'), term.projectSubset],
        ]}
      />
      <DataList termbase={termbase} level="term" nodes={term.data} references={around.references} />
      {evidence && <TermOccurrences evidence={evidence} termbase={termbase} />}
    </li>
  )
}

/** A name, what is shown, and the value that decides whether anything is. */
type Fact = [name: string, shown: ReactNode, value?: string | null]

export function Facts({ facts }: { facts: Fact[] }) {
  const told = facts.filter(([, shown, value]) => (value === undefined ? shown : value))
  if (told.length === 0) return null
  return (
    <dl className={styles.facts}>
      {told.map(([name, shown], index) => (
        <div key={`${index} ${name}`}>
          <dt>{name}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  )
}

const withSource = (text: string | null, source: string | null) => (text && source ? `${text} (${source})` : text)
