import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Action, ImportEntry } from '../../api/imports.js'
import styles from './imports.module.css'

const answers: Partial<Record<ImportEntry['verdict'], Action[]>> = {
  conflict: ['keep', 'take', 'add', 'fill'],
  changed: ['keep', 'take', 'add', 'fill'],
  duplicate: ['merge', 'new', 'skip'],
}

interface Props {
  termbaseId: string
  entry: ImportEntry
  canDecide: boolean
  onDecide: (body: { action: Action | null; fields?: Record<string, 'ours' | 'theirs'> }) => void
}

/** One entry: ours and theirs side by side. The keys 1, 2, 3 … give the answers in their order, 0 takes the answer back. */
export function EntryCard({ termbaseId, entry, canDecide, onDecide }: Props) {
  const { t } = useTranslation()
  const actions = answers[entry.verdict] ?? []
  const isOpen = canDecide && actions.length > 0
  const onKey = (event: KeyboardEvent) => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '0') onDecide({ action: null })
    const action = actions[Number(event.key) - 1]
    if (action) onDecide({ action })
  }
  return (
    <li className={styles.entry} data-verdict={entry.verdict} onKeyDown={onKey}>
      <div className={styles.entryHead}>
        <span className={styles.verdict}>{t(`verdict.${entry.verdict}`)}</span>
        <strong>{entry.label}</strong>
        {entry.conceptId && entry.conceptNumber && (
          <Link to={`/termbases/${termbaseId}/concepts/${entry.conceptId}`}>
            {t('imports.concept', { number: entry.conceptNumber })}
          </Link>
        )}
        {entry.line !== null && <span className={styles.facts}>{t('imports.line', { line: entry.line })}</span>}
      </div>
      {entry.problem && <p>{entry.problem}</p>}
      {entry.changes.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.changes}>
            <thead>
              <tr>
                <th>{t('imports.field')}</th>
                <th>{t('imports.ours')}</th>
                <th>{t('imports.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {entry.changes.map((change, index) => (
                <tr key={index}>
                  <td>{change.path}</td>
                  <td>{change.before ?? '—'}</td>
                  <td>{change.after ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isOpen && (
        <div className={styles.answers} role="group" aria-label={t('imports.decide', { label: entry.label })}>
          {actions.map((action, index) => (
            <button
              key={action}
              type="button"
              aria-pressed={entry.decision?.action === action}
              className={styles.filter}
              onClick={() => onDecide({ action: entry.decision?.action === action ? null : action })}
            >
              <kbd>{index + 1}</kbd> {t(`importAction.${action}`)}
            </button>
          ))}
        </div>
      )}
    </li>
  )
}
