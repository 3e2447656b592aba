import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type ConceptName, useReleaseDiff } from '../../api/releases.js'
import { ChangeLine } from '../../parts/change-line.js'
import { Failed, Loading } from '../../parts/states.js'
import { TermLine } from '../../parts/term-line.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import styles from './release-diff.module.css'

/** What a release changed since the one before it, concept by concept. */
export function ReleaseDiff({ termbaseId, number }: { termbaseId: string; number: number }) {
  const { t } = useTranslation()
  const { sourceLanguage, targetLanguage } = useCurrentTermbase()
  const diff = useReleaseDiff(termbaseId, number - 1, number)
  if (number === 1) return <p className={styles.quiet}>{t('releases.firstRelease')}</p>
  if (diff.isPending) return <Loading />
  if (diff.isError) return <Failed problem={diff.error} retry={() => void diff.refetch()} />
  const { added, changed, removed } = diff.data
  const groups = [
    { kind: 'added', concepts: added.map((concept) => ({ concept, changes: [] })) },
    { kind: 'changed', concepts: changed },
    { kind: 'removed', concepts: removed.map((concept) => ({ concept, changes: [] })) },
  ] as const
  if (groups.every(({ concepts }) => concepts.length === 0)) {
    return <p className={styles.quiet}>{t('releases.noChanges', { number: number - 1 })}</p>
  }
  return (
    <div className={styles.diff}>
      <p className={styles.since}>{t('releases.since', { number: number - 1 })}</p>
      {groups
        .filter(({ concepts }) => concepts.length > 0)
        .map(({ kind, concepts }) => (
          <section key={kind}>
            <h2 data-kind={kind}>
              {t(`releases.${kind}`)} <span className={styles.count}>{concepts.length}</span>
            </h2>
            <ul>
              {concepts.map(({ concept, changes }) => (
                <li key={concept.id}>
                  <Link className={styles.concept} to={`/termbases/${termbaseId}/concepts/${concept.id}`}>
                    <TermLine terms={plainTerms(concept)} languages={[sourceLanguage, targetLanguage]} />
                  </Link>
                  {changes.map((change) => (
                    <ChangeLine key={`${change.language}-${change.term}-${change.field}`} change={change} />
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

const plainTerms = (concept: ConceptName) =>
  concept.terms.map(({ language, text, administrativeStatus }) => ({ language, text, status: administrativeStatus }))
