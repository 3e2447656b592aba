import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Movement, useMovement } from '../../api/ranking.js'
import { useFormat } from '../../parts/format.js'
import styles from './moved-by.module.css'

const shown = 5

/** What the decisions of this termbase have done to a candidate's score, feature by feature. Nothing while nothing is learnt. */
export function MovedBy({ termbaseId, candidateId }: { termbaseId: string; candidateId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const movement = useMovement(termbaseId, candidateId).data?.movement
  if (!movement) return null
  const { from, to } = movement
  return (
    <section className={styles.moved} aria-label={t('movedBy.title')}>
      <p className={styles.summary}>
        {t(to >= from ? 'movedBy.up' : 'movedBy.down', { from: format.percent(from), to: format.percent(to) })}{' '}
        <Link to={`/termbases/${termbaseId}/ranking`}>{t('movedBy.more')}</Link>
      </p>
      <Parts movement={movement} />
    </section>
  )
}

function Parts({ movement: { overall, features } }: { movement: Movement }) {
  const { t } = useTranslation()
  const parts = features.slice(0, shown).map(({ name, value, change }) => {
    const feature = t(`reason.${name}` as 'reason.choice', { defaultValue: name })
    return { name, change, text: value >= 0.05 ? feature : t('movedBy.lacks', { feature }) }
  })
  const rest = features.slice(shown).reduce((sum, { change }) => sum + change, 0)
  const lines = [
    ...parts,
    { name: 'rest', change: rest, text: t('movedBy.rest', { count: features.length - parts.length }) },
    { name: 'overall', change: overall, text: t(overall >= 0 ? 'movedBy.overallMore' : 'movedBy.overallLess') },
  ].filter(({ change }) => Math.abs(change) >= 0.005)
  return (
    <ul className={styles.parts}>
      {lines.map(({ name, change, text }) => (
        <li key={name} className={styles.part}>
          <span className={styles.change} data-points={change > 0 ? 'up' : 'down'}>
            {signed(change)}
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

/** In points of the score, with its sign. */
function signed(change: number): string {
  const points = Math.round(Math.abs(change) * 100)
  return `${change < 0 ? '−' : '+'}${Math.max(1, points)}`
}
