import { Button, Menu, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { exportAddress, useFormats, usePublish, useReleases } from '../../api/releases.js'
import { useCanEdit } from '../../api/session.js'
import type { Release } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Page, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading, ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { ReleaseDiff } from './release-diff.js'
import { Dialog } from '../../parts/dialog.js'
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
      actions={publishButton}
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
                isOpen={shown === release.number}
                onToggle={() =>
                  setSearch(shown === release.number ? {} : { changes: String(release.number) }, { replace: true })
                }
              />
            ))}
          </ul>
        </Sheet>
      )}
      {isPublishing && (
        <PublishDialog termbaseId={termbase.id} approved={approved} onClose={() => setPublishing(false)} />
      )}
    </Page>
  )
}

function ReleaseLine({
  release,
  termbaseId,
  isOpen,
  onToggle,
}: {
  release: Release
  termbaseId: string
  isOpen: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = [
    release.author?.name,
    format.date(release.publishedAt),
    t('releases.concepts', { count: release.conceptCount, shown: format.number(release.conceptCount) }),
    t('releases.terms', { count: release.termCount, shown: format.number(release.termCount) }),
  ]
  return (
    <li className={styles.release}>
      <div className={styles.line}>
        <span className={styles.number}>{release.number}</span>
        <div className={styles.about}>
          <strong>{release.note || t('releases.noNote')}</strong>
          <div className={styles.facts}>{facts.filter(Boolean).join(' · ')}</div>
        </div>
        <div className={styles.buttons}>
          <Button variant="subtle" color="gray" aria-expanded={isOpen} onClick={onToggle}>
            {t('releases.changes')}
          </Button>
          <DownloadMenu termbaseId={termbaseId} number={release.number} />
        </div>
      </div>
      {isOpen && <ReleaseDiff termbaseId={termbaseId} number={release.number} />}
    </li>
  )
}

function DownloadMenu({ termbaseId, number }: { termbaseId: string; number: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="default"
          aria-label={t('releases.downloadOf', { number })}
          leftSection={<Icon name="download" size={14} />}
          rightSection={<Icon name="chevron" size={12} />}
        >
          {t('releases.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.data?.items.map(({ id, title, extension }) => (
          <Menu.Item
            key={id}
            component="a"
            href={exportAddress(termbaseId, number, id)}
            rightSection={<span className={styles.extension}>.{extension.replace(/^\./, '')}</span>}
          >
            {title}
          </Menu.Item>
        ))}
        {formats.isError && <ProblemLine problem={formats.error} />}
      </Menu.Dropdown>
    </Menu>
  )
}

function PublishDialog({
  termbaseId,
  approved,
  onClose,
}: {
  termbaseId: string
  approved: number
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const publish = usePublish(termbaseId)
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    publish.mutate(note.trim(), { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} title={t('releases.publish')}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.text}>{t('releases.publishText', { count: approved, shown: format.number(approved) })}</p>
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          label={t('releases.note')}
          placeholder={t('releases.noteHint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemLine problem={publish.error} />
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={publish.isPending}>
            {t('releases.publish')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
