import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useIsAdministrator } from '../../api/session.js'
import { useChangeTermbase, useDeleteTermbase } from '../../api/settings.js'
import type { Termbase } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { Section, Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './settings.module.css'

/** Putting a termbase away, which can be taken back, and deleting it, which cannot. */
export function EndSection({ termbase }: { termbase: Termbase }) {
  const { t } = useTranslation()
  const format = useFormat()
  const isAdministrator = useIsAdministrator()
  const change = useChangeTermbase(termbase.id)
  const [isDeleting, setDeleting] = useState(false)
  const { archivedAt, counts } = termbase
  return (
    <Section title={t('settings.end')}>
      <Sheet>
        <div className={styles.line}>
          <div>
            <strong>{t(archivedAt ? 'settings.archived' : 'settings.archive')}</strong>
            <div className={styles.quiet}>
              {archivedAt ? t('settings.archivedSince', { date: format.date(archivedAt) }) : t('settings.archiveText')}
            </div>
            <ProblemLine problem={change.error} />
          </div>
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ archived: archivedAt === null })}
          >
            {t(archivedAt ? 'settings.bringBack' : 'settings.archive')}
          </Button>
        </div>
        {isAdministrator && (
          <div className={styles.line}>
            <div>
              <strong>{t('settings.delete')}</strong>
              <div className={styles.quiet}>
                {counts.releases > 0
                  ? t('settings.deleteRefused', { count: counts.releases })
                  : t('settings.deleteText')}
              </div>
            </div>
            <Button color="red.8" disabled={counts.releases > 0} onClick={() => setDeleting(true)}>
              {t('settings.delete')}
            </Button>
          </div>
        )}
      </Sheet>
      {isDeleting && <DeleteDialog termbase={termbase} onClose={() => setDeleting(false)} />}
    </Section>
  )
}

/** Its name must be typed: nobody deletes a termbase by a slip. */
function DeleteDialog({ termbase, onClose }: { termbase: Termbase; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const remove = useDeleteTermbase()
  const [typed, setTyped] = useState('')
  const { documents, concepts, candidates } = termbase.counts
  const all = Object.values(candidates).reduce((sum, count) => sum + count, 0)
  return (
    <Dialog onClose={onClose} title={t('settings.deleteTitle', { name: termbase.name })}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          remove.mutate(termbase.id, { onSuccess: () => navigate('/termbases') })
        }}
      >
        <p className={styles.text}>
          {t('settings.deleteWhat', {
            documents: format.number(documents),
            candidates: format.number(all),
            concepts: format.number(concepts),
          })}
        </p>
        <TextInput
          data-autofocus
          label={t('settings.typeName', { name: termbase.name })}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemLine problem={remove.error} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color="red.8" loading={remove.isPending} disabled={typed.trim() !== termbase.name}>
            {t('settings.delete')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
