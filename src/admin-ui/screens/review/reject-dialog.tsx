import { Button, Kbd, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateRow } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import styles from './reject-dialog.module.css'

/** The usual reasons, stored by these codes so that every reader sees them in the own language. */
export const reasonCodes = [
  'general-word',
  'wrong-translation',
  'wrong-boundaries',
  'not-a-term',
  'off-subject',
] as const
/** `contained` is given by the key that folds fragments away, not by hand. */
type ReasonCode = (typeof reasonCodes)[number] | 'contained'

export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation()
  return (reason) =>
    [...reasonCodes, 'contained'].includes(reason) ? t(`review.reason.${reason as ReasonCode}`) : reason
}

/** r, then a digit: rejected with its reason in two keys. r, then Enter: rejected without one. */
export function RejectDialog({
  row,
  onReject,
  onClose,
}: {
  row: CandidateRow
  onReject: (reason: string | undefined) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const reasonText = useReasonText()
  const [text, setText] = useState('')
  const reject = (reason: string | undefined) => {
    onClose()
    onReject(reason)
  }
  // Heard on the window, because a quick second key comes before the field has the focus.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const code = text === '' ? reasonCodes[Number(event.key) - 1] : undefined
      if (!code || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      reject(code)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
  return (
    <Dialog onClose={onClose} size="sm" title={t('review.rejectTitle', { source: row.source, target: row.target })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          reject(text.trim() || undefined)
        }}
      >
        <TextInput
          data-autofocus
          label={t('review.rejectReason')}
          placeholder={t('review.rejectHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.reasons}>
          {reasonCodes.map((code, index) => (
            <button key={code} type="button" className={styles.reason} onClick={() => reject(code)}>
              <Kbd size="xs">{index + 1}</Kbd>
              {reasonText(code)}
            </button>
          ))}
        </div>
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color="red.8">
            {text.trim() ? t('review.reject') : t('review.rejectWithout')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The same reasons for many candidates at once. */
export function ReasonChoice({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation()
  const reasonText = useReasonText()
  return (
    <fieldset className={styles.choice}>
      <legend>{t('review.rejectReason')}</legend>
      {reasonCodes.map((code) => (
        <label key={code}>
          <input type="radio" name="reason" checked={value === code} onChange={() => onChange(code)} />
          {reasonText(code)}
        </label>
      ))}
    </fieldset>
  )
}
