import { useTranslation } from 'react-i18next'
import type { Decision } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import styles from './decision-history.module.css'
import { useReasonText } from './reject-dialog.js'

/** Who decided what, when and why; what was taken back stays readable. */
export function DecisionHistory({ decisions }: { decisions: Decision[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const reasonText = useReasonText()
  if (decisions.length === 0) return null
  return (
    <section className={styles.section}>
      <h2>{t('review.history')}</h2>
      <ol className={styles.list}>
        {decisions.map((decision) => (
          <li key={decision.id} data-undone={decision.undoneAt ? true : undefined}>
            <time dateTime={decision.at} title={format.date(decision.at)}>
              {format.ago(decision.at)}
            </time>
            <span>
              <span className={styles.what}>
                {t(`decision.${decision.kind}`, { name: decision.author.name })}
                {decision.reason && ` (${reasonText(decision.reason)})`}
              </span>
              {decision.undoneBy && ` · ${t('review.undoneBy', { name: decision.undoneBy.name })}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
