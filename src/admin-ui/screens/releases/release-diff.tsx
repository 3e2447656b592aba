import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useReleaseDiff } from '../../api/releases.js'
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
  const groups = (['added', 'changed', 'removed'] as const).map((kind) => ({ kind, concepts: diff.data[kind] }))
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
              {concepts.map((concept) => (
                <li key={concept.id}>
                  <Link className={styles.concept} to={`/termbases/${termbaseId}/concepts/${concept.id}`}>
                    <TermLine terms={concept.terms} languages={[sourceLanguage, targetLanguage]} />
                  </Link>
                  {concept.changes.map((change) => (
                    <ChangeLine key={[change.language, change.term, change.field].join()} change={change} />
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
