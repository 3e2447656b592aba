import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type PublishWarning, type ReleasePreview, usePublish, useReleasePreview } from '../../api/releases.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { DifferenceList } from './difference-list.js'
import styles from './releases-screen.module.css'

/** What publishing would change and what to look at before; then a note, and the one button. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { id } = useCurrentTermbase()
  const preview = useReleasePreview(id)
  const publish = usePublish(id)
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    publish.mutate({ note: note.trim() }, { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t('releases.publish')}>
      <form className={styles.form} onSubmit={submit}>
        {preview.isPending && <Loading />}
        {preview.isError && <Failed problem={preview.error} retry={() => void preview.refetch()} />}
        {preview.data && <Preview preview={preview.data} />}
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
          <Button type="submit" loading={publish.isPending} disabled={preview.data?.isUnchanged === true}>
            {t('releases.publish')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Preview({ preview }: { preview: ReleasePreview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { conceptCount, from, isUnchanged, warnings } = preview
  if (isUnchanged) return <p className={styles.text}>{t('releases.unchanged', { number: from })}</p>
  return (
    <>
      <p className={styles.text}>
        {t('releases.publishText', { count: conceptCount, shown: format.number(conceptCount) })}
      </p>
      {warnings.map((warning) => (
        <Warning key={warning.kind} warning={warning} />
      ))}
      <div className={styles.preview} tabIndex={0} role="region" aria-label={t('releases.previewTitle')}>
        <DifferenceList pages={[preview]} />
        {preview.next && <p className={styles.facts}>{t('releases.previewMore')}</p>}
      </div>
    </>
  )
}

function Warning({ warning: { kind, count, examples } }: { warning: PublishWarning }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id } = useCurrentTermbase()
  return (
    <p className={styles.warning}>
      <Icon name="warning" />
      <span>
        {t(`releases.warning.${kind}`, { count, shown: format.number(count) })}{' '}
        {examples.map(({ conceptId, text, detail }, index) => (
          <span key={`${conceptId} ${text}`}>
            {index > 0 && ', '}
            <Link to={`/termbases/${id}/concepts/${conceptId}`}>{text}</Link> ({detail})
          </span>
        ))}
        {count > examples.length && ' …'}
      </span>
    </p>
  )
}
