import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../parts/format.js'
import styles from './progress.module.css'

interface OutcomeRow {
  key: string
  label: string
  accepted: number
  rejected: number
  open: number
  to: string
}

/** A bar a row: accepted, rejected, and pale what is still open; the number is the share accepted of what was decided. */
export function OutcomeBars({ rows }: { rows: OutcomeRow[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const longest = Math.max(1, ...rows.map(({ accepted, rejected, open }) => accepted + rejected + open))
  return (
    <ul className={styles.outcomes}>
      {rows.map(({ key, label, accepted, rejected, open, to }) => {
        const decided = accepted + rejected
        const width = (count: number) => ({ width: `${(100 * count) / longest}%` })
        const told = t('progress.outcome', {
          accepted: format.number(accepted),
          rejected: format.number(rejected),
          open: format.number(open),
        })
        return (
          <li key={key}>
            <Link to={to} className={styles.outcome} title={told}>
              <span className={styles.label}>{label}</span>
              <span className={styles.bars} aria-hidden>
                <span className={styles.bar} data-state="accepted" style={width(accepted)} />
                <span className={styles.bar} data-state="rejected" style={width(rejected)} />
                <span className={styles.bar} data-state="proposed" style={width(open)} />
              </span>
              <strong className={styles.share}>{decided ? format.percent(accepted / decided) : '–'}</strong>
              <span className="visually-hidden">{told}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
