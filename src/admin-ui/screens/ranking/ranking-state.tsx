import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Ranking } from '../../api/ranking.js'
import { useFormat } from '../../parts/format.js'
import { Sheet } from '../../parts/page.js'
import styles from './ranking-screen.module.css'

/** Where the ranking comes from, and how well it foretold decisions it had not seen: in sentences. */
export function RankingState({ ranking }: { ranking: Ranking }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, decisions, quality, learntAt, learnSince, isImported, unlearnt, jobId } = ranking
  const counts = { accepted: format.number(decisions.accepted), rejected: format.number(decisions.rejected) }
  return (
    <Sheet>
      <div className={styles.state} aria-live="polite">
        <p className={styles.headline}>{t(`ranking.state.${state}`)}</p>
        {state === 'waiting' ? (
          <Needed ranking={ranking} />
        ) : (
          <p>{t('ranking.learntFrom', { ...counts, ago: learntAt ? format.ago(learntAt) : '' })}</p>
        )}
        {quality && (
          <p>
            {t('ranking.inOrder', {
              learnt: hundredths(quality.learnt.inOrder),
              shipped: hundredths(quality.shipped.inOrder),
            })}{' '}
            {t('ranking.calibration', {
              points: hundredths((state === 'learnt' ? quality.learnt : quality.shipped).calibrationError),
            })}
          </p>
        )}
        {isImported && <p>{t('ranking.imported')}</p>}
        {learnSince && <p>{t('ranking.since', { date: format.date(learnSince) })}</p>}
        {jobId ? (
          <p role="status">{t('ranking.running')}</p>
        ) : (
          unlearnt > 0 && <p>{t('ranking.unlearnt', { count: unlearnt })}</p>
        )}
      </div>
    </Sheet>
  )
}

/** How far it is to the first lesson. */
function Needed({ ranking: { decisions, needed } }: { ranking: Ranking }) {
  const { t } = useTranslation()
  const made = Math.min(decisions.worth, needed.decisions)
  const label = t('ranking.needed', {
    made: Math.floor(decisions.worth),
    needed: needed.decisions,
    of: needed.ofEither,
  })
  return (
    <>
      <p>{label}</p>
      <Progress value={(100 * made) / needed.decisions} aria-label={label} size="sm" />
    </>
  )
}

const hundredths = (share: number) => Math.round(share * 100)
