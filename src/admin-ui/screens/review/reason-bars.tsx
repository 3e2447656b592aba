import { useTranslation } from 'react-i18next'
import { useFormat } from '../../parts/format.js'
import styles from './reason-bars.module.css'

/** The named numbers behind the score, strongest first; what is nought says nothing and is left out. */
export function ReasonBars({ reasons }: { reasons: Record<string, number> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = Object.entries(reasons)
    .filter(([, value]) => value >= 0.005)
    .toSorted(([, a], [, b]) => b - a)
  if (shown.length === 0) return null
  return (
    <dl className={styles.reasons} aria-label={t('review.reasons')}>
      {shown.map(([name, value]) => (
        <div key={name} className={styles.reason}>
          <dt>{t(`reason.${name}` as 'reason.seenOften', { defaultValue: spelledOut(name) })}</dt>
          <dd>
            <span className={styles.track}>
              <span className={styles.bar} style={{ width: `${Math.round(Math.min(1, value) * 100)}%` }} />
            </span>
            <span className={styles.value}>{format.percent(Math.min(1, value))}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A reason that has no name here yet is still readable: `bothCovered` -> `both covered`. */
function spelledOut(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
