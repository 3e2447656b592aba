import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { differenceKinds, useReleaseDiff } from '../../api/releases.js'
import { Failed, Loading } from '../../parts/states.js'
import { DifferenceList } from './difference-list.js'
import styles from './releases-screen.module.css'

/** What a release changed since the one before it, concept by concept. */
export function ReleaseDiff({ termbaseId, number }: { termbaseId: string; number: number }) {
  const { t } = useTranslation()
  const diff = useReleaseDiff(termbaseId, number - 1, number)
  if (number === 1) return <p className={styles.quiet}>{t('releases.firstRelease')}</p>
  if (diff.isPending) return <Loading />
  if (diff.isError) return <Failed problem={diff.error} retry={() => void diff.refetch()} />
  const { pages } = diff.data
  if (differenceKinds.every((kind) => pages[0]!.counts[kind] === 0)) {
    return <p className={styles.quiet}>{t('releases.noChanges', { number: number - 1 })}</p>
  }
  return (
    <div className={styles.diff}>
      <p className={styles.since}>
        {t('releases.since', { number: number - 1 })} ·{' '}
        <Link to={`/termbases/${termbaseId}/releases/compare?from=${number - 1}&to=${number}`}>
          {t('releases.compare')}
        </Link>
      </p>
      <DifferenceList pages={pages} />
      {diff.hasNextPage && (
        <Button variant="default" loading={diff.isFetchingNextPage} onClick={() => void diff.fetchNextPage()}>
          {t('releases.more')}
        </Button>
      )}
    </div>
  )
}
