import { Button, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFragments } from '../../api/candidates.js'
import type { CandidateRow, Termbase } from '../../api/types.js'
import styles from './candidate-panel.module.css'

/** A long term is accepted: the pieces of it that still wait can be folded away together. */
export function Fragments({ termbase, row, onFold }: { termbase: Termbase; row: CandidateRow; onFold: () => void }) {
  const { t } = useTranslation()
  const found = useFragments(termbase.id, row.id, true).data
  if (!found || found.items.length === 0) return null
  const count = found.total ?? found.items.length
  return (
    <section className={styles.section}>
      <h2>{t('review.fragments', { count })}</h2>
      <ul className={styles.forms}>
        {found.items.map(({ id, source, target }) => (
          <li key={id}>
            <span lang={termbase.sourceLanguage}>{source}</span>
            <span lang={termbase.targetLanguage}>{target}</span>
          </li>
        ))}
      </ul>
      <Button
        mt={8}
        size="compact-sm"
        variant="light"
        rightSection={<Kbd className={styles.key!}>h</Kbd>}
        aria-keyshortcuts="h"
        onClick={onFold}
      >
        {t('review.fold', { count })}
      </Button>
    </section>
  )
}
