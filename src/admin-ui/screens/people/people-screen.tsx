import { useTranslation } from 'react-i18next'
import { useIsAdministrator } from '../../api/session.js'
import { Page } from '../../parts/page.js'
import { useTitle } from '../../parts/use-title.js'
import { AuditSection } from './audit-section.js'
import { KeysSection } from './keys-section.js'
import { MembersSection } from './members-section.js'

/** Who may do what: people, and the keys of programs. */
export function Component() {
  const { t } = useTranslation()
  const isAdministrator = useIsAdministrator()
  useTitle(t('people.title'))
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      {isAdministrator && <MembersSection />}
      <KeysSection />
      {isAdministrator && <AuditSection />}
    </Page>
  )
}
