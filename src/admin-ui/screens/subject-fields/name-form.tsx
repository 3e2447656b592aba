import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './subject-tree.module.css'

/** One name, in the line where it will stand. */
export function NameForm({
  label,
  submit,
  initial = '',
  isRunning,
  onSubmit,
  onCancel,
}: {
  label: string
  submit: string
  initial?: string
  isRunning: boolean
  onSubmit: (name: string, done: () => void) => void
  onCancel?: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(initial)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onSubmit(name.trim(), () => setName(''))
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={label}
        autoFocus={onCancel !== undefined}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
      />
      <Button type="submit" variant="default" loading={isRunning} disabled={!name.trim()}>
        {submit}
      </Button>
      {onCancel && (
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
    </form>
  )
}
