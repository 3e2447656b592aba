import { useTranslation } from 'react-i18next'
import { useRanking } from '../../api/ranking.js'
import { useCanEdit } from '../../api/session.js'
import { Page, Section, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { FeatureTable } from './feature-table.js'
import { RankingActions } from './ranking-actions.js'
import { RankingState } from './ranking-state.js'

/** What decisions have taught the queue of this termbase, and what can be done about it. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const ranking = useRanking(termbase.id)
  useTitle(t('ranking.title'), termbase.name)
  if (ranking.isPending) return <Loading />
  if (ranking.isError) return <Failed isScreen problem={ranking.error} retry={() => void ranking.refetch()} />
  const { data } = ranking
  return (
    <Page
      title={t('ranking.title')}
      lead={t('ranking.lead')}
      width={860}
      actions={<RankingActions termbaseId={termbase.id} ranking={data} canEdit={canEdit} />}
    >
      <RankingState ranking={data} />
      <Section title={t('ranking.features')}>
        <Sheet>
          {data.features.length === 0 ? (
            <Empty title={t('ranking.noFeatures')}>{t('ranking.noFeaturesHint')}</Empty>
          ) : (
            <FeatureTable features={data.features} />
          )}
        </Sheet>
      </Section>
    </Page>
  )
}
