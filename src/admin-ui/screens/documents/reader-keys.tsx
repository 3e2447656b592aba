import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.js'
import styles from './reader-keys.module.css'

const keys = {
  move: ['j', 'k', '↓', '↑'],
  page: ['PgDn', 'PgUp'],
  side: ['←', '→'],
  merge: ['m'],
  split: ['s'],
  shift: ['Shift ↑', 'Shift ↓'],
  column: ['Ctrl Shift ↑', 'Ctrl Shift ↓'],
  undo: ['u', 'Ctrl Z'],
  search: ['/'],
  hits: ['n', 'Shift N'],
  help: ['?'],
} as const

/** Every key of the document reader. */
export function ReaderKeys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} title={t('review.keys')}>
      <dl className={styles.keys}>
        {Object.entries(keys).map(([action, names]: [string, readonly string[]]) => (
          <div key={action}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{t(`document.keys.${action as keyof typeof keys}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('keys.note')}</p>
    </Dialog>
  )
}
