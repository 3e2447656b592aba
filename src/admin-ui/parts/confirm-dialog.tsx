import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.js'
import styles from './confirm-dialog.module.css'
import { ProblemLine } from './states.js'

/** For what cannot be undone: says what goes, and its button says it again. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  isRunning,
  problem,
  onConfirm,
  onClose,
}: {
  title: string
  text: string
  confirm: string
  isRunning: boolean
  problem: unknown
  onConfirm: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} title={title}>
      <p className={styles.text}>{text}</p>
      <ProblemLine problem={problem} />
      <div className={styles.buttons}>
        <Button data-autofocus variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button color="red.8" loading={isRunning} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  )
}
