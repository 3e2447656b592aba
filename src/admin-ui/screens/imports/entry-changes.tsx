import { useTranslation } from 'react-i18next'
import type { Difference } from '../../api/imports.js'
import { useFormat } from '../../parts/format.js'
import type { Side } from './decisions.js'
import styles from './imports.module.css'

interface Props {
  label: string
  changes: Difference[]
  sideOf: (change: Difference, index: number) => Side | null
  onChoose?: ((index: number, side: Side) => void) | undefined
}

/** Ours and theirs side by side, field by field: the value that is clicked is the one that stays. */
export function EntryChanges({ label, changes, sideOf, onChoose }: Props) {
  const { t } = useTranslation()
  const nameOf = useChangeName()
  return (
    <div className={styles.scroll}>
      <table className={styles.changes} aria-label={label}>
        <thead>
          <tr>
            <th>{t('imports.field')}</th>
            <th>{t('imports.ours')}</th>
            <th>{t('imports.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => {
            const chosen = sideOf(change, index)
            const value = (side: Side, text: string | null) => (
              <td>
                {onChoose ? (
                  <button
                    type="button"
                    className={styles.value}
                    aria-pressed={chosen === side}
                    aria-label={`${nameOf(change)}: ${t(`imports.${side}`)}, ${text ?? t('imports.nothing')}`}
                    onClick={() => onChoose(index, side)}
                  >
                    {text ?? '—'}
                  </button>
                ) : (
                  <span className={styles.value} data-chosen={chosen === side || undefined}>
                    {text ?? '—'}
                  </span>
                )}
              </td>
            )
            return (
              <tr key={index}>
                <td>{nameOf(change)}</td>
                {value('ours', change.before)}
                {value('theirs', change.after)}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** `Chinese › 上合组织 › Note`. */
function useChangeName(): (change: Difference) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ language, term, field }) =>
    [
      language && format.language(language),
      term,
      field === 'language' ? t('imports.section') : t(`field.${field}` as 'field.definition', { defaultValue: field }),
    ]
      .filter(Boolean)
      .join(' › ')
}
