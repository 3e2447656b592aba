import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDocuments } from '../../api/documents.js'
import { useCanEdit } from '../../api/session.js'
import type { SourceDocument } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Page, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { DocumentState } from './document-state.js'
import styles from './documents-screen.module.css'
import { DropZone } from './drop-zone.js'

/** The documents of the termbase, and the place where new ones come in. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const documents = useDocuments(termbase.id)
  useTitle(t('task.documents'), termbase.name)
  const items = documents.data?.items ?? []
  return (
    <Page title={t('task.documents')} lead={t('documents.lead')}>
      {canEdit && <DropZone termbase={termbase} />}
      {documents.isPending && <Loading />}
      {documents.isError && <Failed problem={documents.error} retry={() => void documents.refetch()} />}
      {documents.data && items.length === 0 && (
        <Empty title={t('documents.none')} icon="document">
          {t('documents.noneHint')}
        </Empty>
      )}
      {items.length > 0 && (
        <Sheet>
          <ul className={styles.list}>
            {items.map((document) => (
              <DocumentLine key={document.id} termbaseId={termbase.id} document={document} />
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  )
}

function DocumentLine({ termbaseId, document }: { termbaseId: string; document: SourceDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li className={styles.line}>
      <div className={styles.about}>
        <Link className={styles.name} to={`/termbases/${termbaseId}/documents/${document.id}`}>
          {[document.name, document.targetName].filter(Boolean).join(' + ')}
        </Link>
        <div className={styles.facts}>
          {[
            format.bytes(document.sizeBytes),
            document.encoding.toUpperCase(),
            document.createdBy?.name,
            format.ago(document.createdAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <DocumentState termbaseId={termbaseId} document={document} />
      <div className={styles.counts}>
        {document.state === 'ready' && (
          <>
            <span>{t('documents.pairs', { count: document.pairCount, shown: format.number(document.pairCount) })}</span>
            <Link to={`/termbases/${termbaseId}/review?document=${document.id}`}>
              {t('documents.candidates', {
                count: document.candidateCount,
                shown: format.number(document.candidateCount),
              })}
            </Link>
          </>
        )}
      </div>
    </li>
  )
}
