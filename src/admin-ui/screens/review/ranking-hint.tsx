import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Ranking, useRanking } from '../../api/ranking.js'
import { Icon } from '../../parts/icons.js'
import styles from './ranking-hint.module.css'

/** How often is asked whether the ranking learns, or has learnt. */
const EVERY_MS = 8000

/** What the order of the queue depends on. */
const stampOf = ({ state, learntAt, learnSince, isImported }: Ranking) =>
  [state, learntAt, learnSince, isImported].join(' ')

/**
 * The list keeps its order while the ranking learns, is reset or imported: this says that it happens, and offers to sort by the new
 * scores. `listKey` names what is listed: another list is read by the scores of now.
 */
export function RankingHint({
  termbaseId,
  listKey,
  onSort,
}: {
  termbaseId: string
  listKey: string
  onSort: () => void
}) {
  const { t } = useTranslation()
  const ranking = useRanking(termbaseId, EVERY_MS).data
  const stamp = ranking && stampOf(ranking)
  const [sortedBy, setSortedBy] = useState<{ stamp: string; listKey: string } | null>(null)
  useEffect(() => {
    if (stamp !== undefined && sortedBy?.listKey !== listKey) setSortedBy({ stamp, listKey })
  }, [stamp, listKey, sortedBy])
  if (!ranking || stamp === undefined) return null
  if (ranking.jobId)
    return (
      <span className={styles.hint} role="status">
        <Icon name="clock" size={14} />
        <Link to={`/termbases/${termbaseId}/ranking`}>{t('review.rankingLearns')}</Link>
      </span>
    )
  if (!sortedBy || sortedBy.stamp === stamp) return null
  return (
    <span className={styles.hint} role="status">
      <Icon name="info" size={14} />
      {t(ranking.canUndo === 'reset' && ranking.state === 'waiting' ? 'review.rankingReset' : 'review.rankingLearnt')}
      <Button
        size="compact-xs"
        variant="light"
        onClick={() => {
          setSortedBy({ stamp, listKey })
          onSort()
        }}
      >
        {t('review.sortAgain')}
      </Button>
    </span>
  )
}
