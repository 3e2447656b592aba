import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useReleases } from '../../api/releases.js'
import { useCanEdit } from '../../api/session.js'
import type { Release } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Page, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { ReleaseDiff } from './release-diff.js'
import { BringBackDialog } from './bring-back-dialog.js'
import { DownloadDialog } from './download-dialog.js'
import { PublishDialog } from './publish-dialog.js'
import styles from './releases-screen.module.css'

/** What has been published, in what form it can be fetched, and what changed from one to the next. */
export function Component() {
  const { t } = useTranslation()
  const format = useFormat()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const releases = useReleases(termbase.id)
  const [search, setSearch] = useSearchParams()
  const [isPublishing, setPublishing] = useState(false)
  useTitle(t('task.releases'), termbase.name)
  const items = (releases.data?.items ?? []).toSorted((a, b) => b.number - a.number)
  const shown = Number(search.get('changes')) || null
  const approved = termbase.counts.approvedConcepts
  const publishButton = canEdit && (
    <Button disabled={approved === 0} onClick={() => setPublishing(true)}>
      {t('releases.publish')}
    </Button>
  )
  return (
    <Page
      title={t('task.releases')}
      lead={t('releases.lead', { count: approved, shown: format.number(approved) })}
      actions={
        <>
          {items.length > 0 && (
            <Button component={Link} to="../tools" variant="default">
              {t('releases.tools')}
            </Button>
          )}
          {publishButton}
        </>
      }
    >
      {releases.isPending && <Loading />}
      {releases.isError && <Failed problem={releases.error} retry={() => void releases.refetch()} />}
      {releases.data && items.length === 0 && (
        <Empty title={t('releases.none')} action={publishButton}>
          {approved === 0 ? t('releases.noneApproved') : t('releases.noneHint')}
        </Empty>
      )}
      {items.length > 0 && (
        <Sheet>
          <ul className={styles.list}>
            {items.map((release) => (
              <ReleaseLine
                key={release.number}
                release={release}
                termbaseId={termbase.id}
                newest={items[0]!.number}
                isOpen={shown === release.number}
                onToggle={() =>
                  setSearch(shown === release.number ? {} : { changes: String(release.number) }, { replace: true })
                }
              />
            ))}
          </ul>
        </Sheet>
      )}
      {isPublishing && <PublishDialog onClose={() => setPublishing(false)} />}
    </Page>
  )
}

function ReleaseLine({
  release,
  termbaseId,
  newest,
  isOpen,
  onToggle,
}: {
  release: Release
  termbaseId: string
  newest: number
  isOpen: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const canEdit = useCanEdit()
  const [dialog, setDialog] = useState<'download' | 'bring-back' | null>(null)
  const close = () => setDialog(null)
  const facts = [
    release.author?.name,
    format.date(release.publishedAt),
    t('releases.concepts', { count: release.conceptCount, shown: format.number(release.conceptCount) }),
    t('releases.terms', { count: release.termCount, shown: format.number(release.termCount) }),
    release.bringsBack && t('releases.broughtBack', { number: release.bringsBack }),
  ]
  return (
    <li className={styles.release}>
      <div className={styles.line}>
        <Link className={styles.number} to={`?changes=${release.number}`}>
          {release.number}
        </Link>
        <div className={styles.about}>
          <strong>{release.note || t('releases.noNote')}</strong>
          <div className={styles.facts}>{facts.filter(Boolean).join(' · ')}</div>
        </div>
        <div className={styles.buttons}>
          <Button variant="subtle" color="gray" aria-expanded={isOpen} onClick={onToggle}>
            {t('releases.changes')}
          </Button>
          {canEdit && release.number < newest && (
            <Button
              variant="subtle"
              color="gray"
              aria-label={t('releases.bringBackTitle', { number: release.number })}
              onClick={() => setDialog('bring-back')}
            >
              {t('releases.bringBack')}
            </Button>
          )}
          <Button
            component="a"
            href={`/glossary/${termbaseId}/${release.number}`}
            variant="subtle"
            color="gray"
            aria-label={t('releases.siteOf', { number: release.number })}
          >
            {t('releases.site')}
          </Button>
          <Button
            variant="default"
            aria-label={t('releases.downloadOf', { number: release.number })}
            leftSection={<Icon name="download" size={14} />}
            onClick={() => setDialog('download')}
          >
            {t('releases.download')}
          </Button>
        </div>
      </div>
      {dialog === 'download' && <DownloadDialog release={release} onClose={close} />}
      {dialog === 'bring-back' && <BringBackDialog number={release.number} newest={newest} onClose={close} />}
      {isOpen && <ReleaseDiff termbaseId={termbaseId} number={release.number} />}
    </li>
  )
}
