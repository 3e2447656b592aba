import { Button, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useSetPassword } from '../api/session.js'
import { Dialog } from './dialog.js'
import styles from './password-dialog.module.css'
import { ProblemLine } from './states.js'

const shortest = 10

/** Who came in by a link sets a password here, to come back without one. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe().data
  const set = useSetPassword()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate(
      { newPassword, ...(me?.hasPassword ? { currentPassword } : {}) },
      {
        onSuccess: () => {
          onClose()
          notifications.show({ message: t('password.saved') })
        },
      },
    )
  }
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } }
  return (
    <Dialog onClose={onClose} title={t('password.title')}>
      <form className={styles.form} onSubmit={submit}>
        {me?.hasPassword && (
          <PasswordInput
            {...toggle}
            label={t('password.current')}
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          {...toggle}
          label={t('password.new')}
          description={t('password.length', { count: shortest })}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNew(event.currentTarget.value)}
        />
        <ProblemLine problem={set.error} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={set.isPending} disabled={newPassword.length < shortest}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
