import { Button, CopyButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './copy-line.module.css'

/** An address or a command with what it is, and a button that copies it. */
export function CopyLine({ caption, text }: { caption: string; text: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.line}>
      <span className={styles.caption}>{caption}</span>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" aria-label={`${t('action.copy')}: ${caption}`} onClick={copy}>
            {copied ? t('action.copied') : t('action.copy')}
          </Button>
        )}
      </CopyButton>
      <pre className={styles.text}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
