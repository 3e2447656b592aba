import { useTranslation } from 'react-i18next'
import type { FieldChange } from '../api/types.js'
import styles from './change-line.module.css'
import { type Piece, wordChanges } from './word-changes.js'

/** One field that says something else: which, what it said, what it says, the words marked in which they differ. */
export function ChangeLine({ change }: { change: FieldChange }) {
  const { t } = useTranslation()
  const name = t(`field.${change.field}` as 'field.definition', { defaultValue: change.field })
  const said = (value: FieldChange['before']) => {
    const known = t(`termStatus.${value}` as 'termStatus.preferredTerm-admn-sts', { defaultValue: '' })
    return known || t(`conceptStatus.${value}` as 'conceptStatus.draft', { defaultValue: String(value) })
  }
  const [was, is] = [change.before, change.after].map((value) => (value === null ? null : said(value)))
  const marked = was && is ? wordChanges(was, is) : { before: unmarked(was), after: unmarked(is) }
  return (
    <div className={styles.change}>
      <span className={styles.path}>{[change.term, name].filter(Boolean).join(' · ')}</span>
      {change.before !== null && (
        <del>
          <Pieces pieces={marked.before} />
        </del>
      )}
      {change.after !== null && (
        <ins>
          <Pieces pieces={marked.after} />
        </ins>
      )}
    </div>
  )
}

function unmarked(text: string | null | undefined): Piece[] {
  return [{ text: text ?? '', isChanged: false }]
}

/** Nothing is marked where everything differs: that is seen without. */
function Pieces({ pieces }: { pieces: Piece[] }) {
  if (!pieces.some(({ isChanged }) => !isChanged)) return pieces.map(({ text }) => text).join('')
  return pieces.map(({ text, isChanged }, index) =>
    isChanged ? (
      <b className={styles.word} key={index}>
        {text}
      </b>
    ) : (
      text
    ),
  )
}
