import { useTranslation } from 'react-i18next'
import type { FieldChange } from '../api/types.js'
import styles from './change-line.module.css'

/** One field that says something else: which, what it said, what it says. */
export function ChangeLine({ change }: { change: FieldChange }) {
  const { t } = useTranslation()
  const name = t(`field.${change.field}` as 'field.definition', { defaultValue: change.field })
  const said = (value: FieldChange['before']) => {
    const known = t(`termStatus.${value}` as 'termStatus.preferredTerm-admn-sts', { defaultValue: '' })
    return known || t(`conceptStatus.${value}` as 'conceptStatus.draft', { defaultValue: String(value) })
  }
  return (
    <div className={styles.change}>
      <span className={styles.path}>{[change.term, name].filter(Boolean).join(' · ')}</span>
      {change.before !== null && <del>{said(change.before)}</del>}
      {change.after !== null && <ins>{said(change.after)}</ins>}
    </div>
  )
}
