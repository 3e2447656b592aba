import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type GlossaryImport, type ImportDecision, type ImportEntry, useDifferences } from '../../api/imports.js'
import { answers, answerTo, sideOf, withSide } from './decisions.js'
import { EntryChanges } from './entry-changes.js'
import { EntryOffers } from './entry-offers.js'
import styles from './imports.module.css'

interface Props {
  one: GlossaryImport
  entry: ImportEntry
  isCurrent: boolean
  /** Among those that the filter shows, drawn or not. */
  place: { index: number; total: number }
  onDecide?: ((decision: ImportDecision | null) => void) | undefined
}

/** One entry: what it says differently, what it may be, and the answers to it. */
export function EntryCard({ one, entry, isCurrent, place, onDecide }: Props) {
  const { t } = useTranslation()
  const { termbaseId } = one
  const actions = answers[entry.verdict] ?? []
  const answer = answerTo(entry, one.rules)
  const nearest = entry.offers[0]?.conceptId ?? null
  const into = entry.decision?.into ?? nearest
  const other = useDifferences(termbaseId, one.id, entry.position, into === nearest ? null : into)
  const changes = into === nearest ? entry.changes : (other.data?.changes ?? [])
  const decide = actions.length > 0 ? onDecide : undefined
  return (
    <article
      className={styles.entry}
      data-verdict={entry.verdict}
      aria-label={entry.label}
      aria-current={isCurrent || undefined}
      aria-posinset={place.index + 1}
      aria-setsize={place.total}
    >
      <div className={styles.entryHead}>
        <span className={styles.verdict}>{t(`verdict.${entry.verdict}`)}</span>
        <strong>{entry.label}</strong>
        {entry.conceptId && entry.conceptNumber && entry.offers.length === 0 && (
          <Link to={`/termbases/${termbaseId}/concepts/${entry.conceptId}`}>
            {t('imports.concept', { number: entry.conceptNumber })}
          </Link>
        )}
        {entry.conceptStatus === 'approved' && entry.verdict === 'conflict' && (
          <span className={styles.facts}>{t('imports.isApproved')}</span>
        )}
        <span className={styles.facts}>
          {[entry.externalId, entry.line !== null && t('imports.line', { line: entry.line })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {entry.problem && <p className={styles.reason}>{entry.problem}</p>}
      {entry.offers.length > 0 && (
        <EntryOffers
          termbaseId={termbaseId}
          position={entry.position}
          offers={entry.offers}
          chosen={answer === 'new' || answer === 'skip' ? null : into}
          // What was said of single fields was said of the other concept.
          onChoose={decide && ((conceptId) => decide({ action: 'merge', into: conceptId }))}
        />
      )}
      {changes.length > 0 && (
        <EntryChanges
          label={t('imports.differences', { label: entry.label })}
          changes={changes}
          sideOf={(change, index) => sideOf(change, index, answer, entry.decision?.fields)}
          onChoose={decide && ((index, side) => decide(withSide(entry, one.rules, index, side)))}
        />
      )}
      {decide && (
        <div className={styles.answers} role="group" aria-label={t('imports.decide', { label: entry.label })}>
          {actions.map((action, index) => (
            <button
              key={action}
              type="button"
              aria-pressed={entry.decision?.action === action}
              data-by-rule={(entry.decision === null && answer === action) || undefined}
              className={styles.filter}
              onClick={() => decide(entry.decision?.action === action ? null : decisionOf(action, entry))}
            >
              <kbd>{index + 1}</kbd> {t(`importAction.${action}`)}
            </button>
          ))}
          {entry.decision?.fields && (
            <span className={styles.facts}>
              {t('imports.fieldsApart', { count: Object.keys(entry.decision.fields).length })}
            </span>
          )}
        </div>
      )}
    </article>
  )
}

/** A merge keeps the concept that was chosen for it. */
export function decisionOf(action: ImportDecision['action'], { decision }: ImportEntry): ImportDecision {
  return { action, ...(action === 'merge' && decision?.into && { into: decision.into }) }
}
