import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Concept, LanguageSection, Term, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { isStruck, StatusMark } from '../../parts/status-mark.js'
import styles from './concept-view.module.css'

/** The concept for reading: nothing that is empty takes room. */
export function ConceptView({ concept, termbase }: { concept: Concept; termbase: Termbase }) {
  const { t } = useTranslation()
  return (
    <>
      <Facts
        facts={[
          [t('concept.subjectField'), concept.subjectField],
          [t('concept.definition'), withSource(concept.definition, concept.definitionSource)],
          [t('concept.note'), concept.note],
        ]}
      />
      {concept.languages.map((section) => (
        <LanguageBlock key={section.language} section={section} termbase={termbase} />
      ))}
    </>
  )
}

function LanguageBlock({ section, termbase }: { section: LanguageSection; termbase: Termbase }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section className={styles.language}>
      <h2>
        {format.language(section.language)} <span className={styles.tag}>{section.language}</span>
      </h2>
      <Facts
        facts={[
          [t('concept.definition'), withSource(section.definition, section.definitionSource)],
          [t('concept.note'), section.note],
        ]}
      />
      <ul className={styles.terms}>
        {section.terms.map((term) => (
          <TermBlock key={term.id ?? term.text} term={term} language={section.language} termbase={termbase} />
        ))}
      </ul>
    </section>
  )
}

function TermBlock({ term, language, termbase }: { term: Term; language: string; termbase: Termbase }) {
  const { t } = useTranslation()
  const facts: [string, string | null][] = [
    [t('concept.usage'), term.geographicalUsage],
    [t('concept.location'), term.termLocation],
    [t('concept.context'), withSource(term.context, term.contextSource)],
    [t('concept.source'), term.source],
    [t('concept.note'), term.note],
  ]
  const grammar = [
    term.termType && t(`termType.${term.termType}` as 'termType.acronym', { defaultValue: term.termType }),
    term.partOfSpeech &&
      t(`partOfSpeech.${term.partOfSpeech}` as 'partOfSpeech.noun', { defaultValue: term.partOfSpeech }),
    term.grammaticalGender &&
      t(`gender.${term.grammaticalGender}` as 'gender.neuter', { defaultValue: term.grammaticalGender }),
    term.caseSensitive && t('concept.caseSensitive'),
    term.exactForm && t('concept.exactForm'),
  ].filter(Boolean)
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
            {t('concept.evidence')}
          </Link>
        )}
      </div>
      <Facts facts={facts} />
    </li>
  )
}

function Facts({ facts }: { facts: [string, string | null][] }) {
  const told = facts.filter(([, value]) => value)
  if (told.length === 0) return null
  return (
    <dl className={styles.facts}>
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const withSource = (text: string | null, source: string | null) => (text && source ? `${text} (${source})` : text)
