import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'
import { Empty, Failed } from './states.js'
import { useTitle } from './use-title.js'

/** A screen broke, or could not be fetched because the server was updated under it. */
export function FaultScreen() {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="visually-hidden">{t('problem.surprise')}</h1>
      <Failed problem={useRouteError()} retry={() => window.location.reload()} />
    </>
  )
}

/** An address that leads nowhere. */
export function LostScreen() {
  const { t } = useTranslation()
  useTitle(t('lost.title'))
  return (
    <>
      <h1 className="visually-hidden">{t('lost.title')}</h1>
      <Empty title={t('lost.title')} icon="search">
        <Anchor component={Link} to="/termbases">
          {t('lost.home')}
        </Anchor>
      </Empty>
    </>
  )
}
