import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePublish, useReleaseDiff } from '../../api/releases.js'
import { Dialog } from '../../parts/dialog.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { DifferenceList } from './difference-list.js'
import styles from './releases-screen.module.css'

/** An older release published once more: what that undoes, and what it leaves alone. */
export function BringBackDialog({ number, newest, onClose }: { number: number; newest: number; onClose: () => void }) {
  const { t } = useTranslation()
  const { id } = useCurrentTermbase()
  const diff = useReleaseDiff(id, newest, number)
  const publish = usePublish(id)
  const [note, setNote] = useState(() => t('releases.bringBackNote', { number }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    publish.mutate({ note: note.trim(), from: number }, { onSuccess: onClose })
  }
  const pages = diff.data?.pages ?? []
  const isSame = pages[0] && Object.values(pages[0].counts).every((count) => count === 0)
  return (
    <Dialog onClose={onClose} size="lg" title={t('releases.bringBackTitle', { number })}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.text}>{t('releases.bringBackText', { number, next: newest + 1 })}</p>
        {diff.isPending && <Loading />}
        {diff.isError && <Failed problem={diff.error} retry={() => void diff.refetch()} />}
        {isSame && <p className={styles.text}>{t('releases.noChanges', { number: newest })}</p>}
        {pages[0] && !isSame && (
          <div className={styles.preview} tabIndex={0} role="region" aria-label={t('releases.bringBackUndoes')}>
            <DifferenceList pages={pages} />
            {diff.hasNextPage && <p className={styles.facts}>{t('releases.previewMore')}</p>}
          </div>
        )}
        <Textarea
          data-autofocus
          autosize
          label={t('releases.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemLine problem={publish.error} />
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color="red.8" loading={publish.isPending} disabled={isSame === true}>
            {t('releases.bringBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
