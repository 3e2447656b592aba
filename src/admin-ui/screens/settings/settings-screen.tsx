import { useTranslation } from 'react-i18next'
import { useCanEdit } from '../../api/session.js'
import { Page } from '../../parts/page.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { AboutSection } from './about-section.js'
import { EndSection } from './end-section.js'
import { LanguagesSection } from './languages-section.js'
import { ReopeningSection } from './reopening-section.js'
import { SubjectsSection } from './subjects-section.js'

/** What a termbase is called, who may read it, its languages, rules and subject fields, and its end. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const mayChange = useCanEdit()
  useTitle(t('task.settings'), termbase.name)
  const isOpen = mayChange && termbase.archivedAt === null
  return (
    <Page title={t('task.settings')} lead={mayChange ? t('settings.lead') : t('settings.readOnly')} width={860}>
      <AboutSection key={`${termbase.id} about`} termbase={termbase} isOpen={isOpen} />
      <LanguagesSection termbase={termbase} isOpen={isOpen} />
      <ReopeningSection termbase={termbase} isOpen={isOpen} />
      <SubjectsSection termbase={termbase} isOpen={isOpen} />
      {mayChange && <EndSection termbase={termbase} />}
    </Page>
  )
}
