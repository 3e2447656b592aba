import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { originalAddress, useDeleteDocument, useDocument } from '../../api/documents.js'
import { useCanEdit } from '../../api/session.js'
import type { SourceDocument } from '../../api/types.js'
import { ConfirmDialog } from '../../parts/confirm-dialog.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Page, Section, Sheet } from '../../parts/page.js'
import { Failed, Loading } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import styles from './document-screen.module.css'
import { DocumentState } from './document-state.js'
import { Reader } from './reader.js'

/** One document: what intake did to it, what it could not place, and its sentences side by side. */
export function Component() {
  const { documentId = '' } = useParams()
  const termbase = useCurrentTermbase()
  const document = useDocument(termbase.id, documentId)
  useTitle(document.data?.name, termbase.name)
  if (document.isPending) return <Loading />
  if (document.isError) return <Failed isScreen problem={document.error} retry={() => void document.refetch()} />
  return <DocumentPage document={document.data} />
}

function DocumentPage({ document }: { document: SourceDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  const termbase = useCurrentTermbase()
  const facts = [format.bytes(document.sizeBytes), document.encoding.toUpperCase(), format.date(document.createdAt)]
  return (
    <Page
      width={1280}
      title={document.name}
      lead={[...facts, document.createdBy?.name].filter(Boolean).join(' · ')}
      actions={<DocumentActions document={document} />}
    >
      <div className={styles.summary}>
        <DocumentState termbaseId={termbase.id} document={document} />
        {document.state === 'ready' && (
          <Anchor component={Link} to={`/termbases/${termbase.id}/review?document=${document.id}`} size="sm">
            {t('documents.candidates', {
              count: document.candidateCount,
              shown: format.number(document.candidateCount),
            })}
          </Anchor>
        )}
      </div>
      <Warnings document={document} />
      <Cleaning document={document} />
      {document.pairCount > 0 && (
        <Section
          title={t('document.sentences')}
          aside={
            <span className={styles.quiet}>
              {t('documents.pairs', { count: document.pairCount, shown: format.number(document.pairCount) })}
            </span>
          }
        >
          <Reader key={document.id} termbase={termbase} document={document} />
        </Section>
      )}
    </Page>
  )
}

function DocumentActions({ document }: { document: SourceDocument }) {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const navigate = useNavigate()
  const canEdit = useCanEdit()
  const remove = useDeleteDocument(termbase.id)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        component="a"
        href={originalAddress(termbase.id, document.id)}
        variant="default"
        leftSection={<Icon name="download" size={14} />}
      >
        {t('document.original')}
      </Button>
      {canEdit && (
        <Button variant="default" leftSection={<Icon name="bin" size={14} />} onClick={() => setAsking(true)}>
          {t('action.delete')}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('document.deleteTitle', { name: document.name })}
          text={t('document.deleteText')}
          confirm={t('action.delete')}
          isRunning={remove.isPending}
          problem={remove.error}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            remove.mutate(document.id, { onSuccess: () => navigate(`/termbases/${termbase.id}/documents`) })
          }
        />
      )}
    </>
  )
}

function Warnings({ document }: { document: SourceDocument }) {
  const { t, i18n } = useTranslation()
  if (document.warnings.length === 0) return null
  return (
    <ul className={styles.warnings}>
      {document.warnings.map(({ code, message, line }) => (
        <li key={`${code}-${line}-${message}`} title={message}>
          <Icon name="warning" />
          <span>
            {i18n.language === 'en'
              ? message
              : t(`warning.${code}` as 'warning.other-language', { defaultValue: message })}{' '}
            {line !== undefined && <span className={styles.quiet}>{t('document.line', { line })}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What was read differently from how it stands. The file itself is kept as it came. */
function Cleaning({ document }: { document: SourceDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (document.state !== 'ready') return null
  return (
    <Section title={t('document.cleaning')} aside={<span className={styles.quiet}>{t('document.cleaningNote')}</span>}>
      {document.cleaning.length === 0 ? (
        <p className={styles.quiet}>{t('document.nothingCleaned')}</p>
      ) : (
        <Sheet>
          <ul className={styles.cleaning}>
            {document.cleaning.map(({ kind, count, examples }) => (
              <li key={kind}>
                <span className={styles.kind}>{t(`cleaning.${kind}`)}</span>
                <strong className={styles.count}>{format.number(count)}</strong>
                <span className={styles.examples}>
                  {examples.map(({ from, to }) => (
                    <span key={from} className={styles.example}>
                      <del lang={termLang(from)}>{from}</del>
                      <Icon name="right" size={10} />
                      {to ? <ins lang={termLang(to)}>{to}</ins> : <em>{t('document.removed')}</em>}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </Section>
  )
}

const termLang = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : undefined)
