import { useTranslation } from 'react-i18next'
import { useCanEdit } from '../../api/session.js'
import { Page } from '../../parts/page.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { SubjectTree } from './subject-tree.js'

/** What the glossary is about, as a tree: the part of the settings that editors come back to, by itself. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit() && termbase.archivedAt === null
  useTitle(t('subjects.title'), termbase.name)
  return (
    <Page title={t('subjects.title')} lead={t('subjects.lead')} width={820}>
      <SubjectTree termbaseId={termbase.id} canEdit={canEdit} />
    </Page>
  )
}
