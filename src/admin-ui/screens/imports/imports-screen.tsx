import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type GlossaryImport, useImports } from '../../api/imports.js'
import { useCanEdit } from '../../api/session.js'
import { useFormat } from '../../parts/format.js'
import { Page, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { ImportDrop } from './import-drop.js'
import styles from './imports.module.css'

/** Glossary files come in here, and every import there was can be seen and undone. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const imports = useImports(termbase.id)
  useTitle(t('imports.title'), termbase.name)
  const items = imports.data?.items ?? []
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      {canEdit && <ImportDrop termbase={termbase} />}
      {imports.isPending && <Loading />}
      {imports.isError && <Failed problem={imports.error} retry={() => void imports.refetch()} />}
      {imports.data && items.length === 0 && <Empty title={t('imports.none')} icon="upload" />}
      {items.length > 0 && (
        <Sheet>
          <ul className={styles.list}>
            {items.map((one) => (
              <ImportLine key={one.id} one={one} />
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  )
}

function ImportLine({ one }: { one: GlossaryImport }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li className={styles.line}>
      <div>
        <Link className={styles.name} to={one.id}>
          {one.fileName}
        </Link>
        <div className={styles.facts}>
          {[one.dialect ?? one.format, format.bytes(one.sizeBytes), one.createdBy?.name, format.ago(one.createdAt)]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <span className={styles.state} data-state={one.state}>
        {t(`importState.${one.state}`)}
      </span>
      <span className={styles.facts}>
        {t('imports.entries', { count: one.counts.entries, shown: format.number(one.counts.entries) })}
      </span>
    </li>
  )
}
