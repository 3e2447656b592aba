import { useTranslation } from 'react-i18next'
import { useFormat } from '../../parts/format.js'
import styles from './reason-bars.module.css'

/** What an editor can weigh at a glance, and which way it points. The other numbers of the score are a click away. */
const telling: Record<string, 'for' | 'against'> = {
  abbreviationLink: 'for',
  dictionaryEntry: 'for',
  dictionaryParts: 'for',
  sameText: 'for',
  bothCovered: 'for',
  shareOfTerm: 'for',
  shareOfAnswer: 'for',
  choice: 'for',
  choiceBack: 'for',
  leak: 'against',
  rivalStronger: 'against',
  termKnownOtherwise: 'against',
  termGeneral: 'against',
  termCommonWord: 'against',
  answerGeneral: 'against',
  insideLonger: 'against',
}

export function ReasonBars({ reasons }: { reasons: Record<string, number> }) {
  const { t } = useTranslation()
  const all = Object.entries(reasons)
    .filter(([, value]) => value >= 0.005)
    .toSorted(([, one], [, other]) => other - one)
  const shown = all.filter(([name]) => name in telling)
  if (all.length === 0) return null
  return (
    <div>
      <Bars label={t('review.reasons')} reasons={shown} />
      {all.length > shown.length && (
        <details className={styles.all}>
          <summary>{t('review.allReasons', { count: all.length })}</summary>
          <Bars label={t('review.allReasons', { count: all.length })} reasons={all} />
        </details>
      )}
    </div>
  )
}

function Bars({ label, reasons }: { label: string; reasons: [string, number][] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <dl className={styles.reasons} aria-label={label}>
      {reasons.map(([name, value]) => (
        <div key={name} className={styles.reason}>
          <dt>{t(`reason.${name}` as 'reason.choice', { defaultValue: name })}</dt>
          <dd>
            <span className={styles.track}>
              <span
                className={styles.bar}
                data-points={telling[name]}
                style={{ width: `${Math.round(Math.min(1, value) * 100)}%` }}
              />
            </span>
            <span className={styles.value}>{format.percent(Math.min(1, value))}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
