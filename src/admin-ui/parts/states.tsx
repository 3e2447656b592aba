import { Button, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from './problem-text.js'
import { Icon, type IconName } from './icons.js'
import styles from './states.module.css'

/** Nothing here yet: what would be, and what to do about it. */
export function Empty({
  title,
  children,
  action,
  icon = 'info',
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  icon?: IconName
}) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <Icon name={icon} size={28} />
      </span>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}

export function Loading() {
  const { t } = useTranslation()
  return (
    <div className={styles.state} role="status">
      <Loader size="sm" />
      <span className="visually-hidden">{t('state.loading')}</span>
    </div>
  )
}

/** What went wrong, what to do, and the one button that does it. */
export function Failed({
  problem,
  retry,
  isScreen = false,
}: {
  problem: unknown
  retry?: () => void
  /** It stands in place of a whole screen, and so is its heading. */
  isScreen?: boolean
}) {
  const { t } = useTranslation()
  const { message, remedy } = useProblemText()(problem)
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon} data-tone="negative">
        <Icon name="warning" size={28} />
      </span>
      {isScreen ? <h1 className={styles.title}>{message}</h1> : <p className={styles.title}>{message}</p>}
      {remedy && <p className={styles.text}>{remedy}</p>}
      {retry && (
        <div className={styles.action}>
          <Button variant="default" onClick={retry}>
            {t('action.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A problem in a line of its own, for forms and dialogs. */
export function ProblemLine({ problem }: { problem: unknown }) {
  const textOf = useProblemText()
  if (!problem) return null
  const { message, remedy } = textOf(problem)
  return (
    <p className={styles.line} role="alert">
      <Icon name="warning" />
      <span>
        {message} {remedy}
      </span>
    </p>
  )
}
