import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCandidateSearch } from '../../api/candidates.js'
import type { CandidateRow, Termbase } from '../../api/types.js'
import { StatusMark } from '../../parts/status-mark.js'
import { Dialog } from '../../parts/dialog.js'
import styles from './merge-dialog.module.css'

/** The pair is another form of a candidate that stays: which one? */
export function MergeDialog({
  termbase,
  row,
  onMerge,
  onClose,
}: {
  termbase: Termbase
  row: CandidateRow
  onMerge: (candidateId: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(row.source)
  const [q] = useDebouncedValue(text.trim(), 200)
  const found = useCandidateSearch(termbase.id, q, q !== '').data?.items ?? []
  const targets = found.filter(({ id, state }) => id !== row.id && (state === 'proposed' || state === 'accepted'))
  const merge = (id: string) => {
    onClose()
    onMerge(id)
  }
  return (
    <Dialog onClose={onClose} title={t('review.mergeTitle', { source: row.source, target: row.target })}>
      <TextInput
        data-autofocus
        type="search"
        label={t('review.mergeSearch')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={styles.list}>
        {targets.map((other) => (
          <li key={other.id}>
            <button type="button" className={styles.target} onClick={() => merge(other.id)}>
              <span lang={termbase.sourceLanguage}>{other.source}</span>
              <span lang={termbase.targetLanguage}>{other.target}</span>
              <StatusMark of="candidate" status={other.state} />
            </button>
          </li>
        ))}
      </ul>
      {targets.length === 0 && <p className={styles.none}>{t('review.mergeNone')}</p>}
    </Dialog>
  )
}
