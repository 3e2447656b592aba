import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCandidateSearch, useMergePreview } from '../../api/candidates.js'
import type { CandidateRow, Termbase } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { ProblemLine } from '../../parts/states.js'
import { StatusMark } from '../../parts/status-mark.js'
import styles from './merge-dialog.module.css'

/**
 * Several pairs are names of one concept: which one stays? Of one pair, the one that stays is searched for; of several that
 * are chosen, it is one of them. What the concept will hold is shown before it is done.
 */
export function MergeDialog({
  termbase,
  rows,
  onMerge,
  onClose,
}: {
  termbase: Termbase
  /** The current pair, or all that are chosen. */
  rows: [CandidateRow, ...CandidateRow[]]
  onMerge: (into: CandidateRow, merged: CandidateRow[], accept: boolean) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [first] = rows
  const isOne = rows.length === 1
  const [text, setText] = useState(first.source)
  const [q] = useDebouncedValue(text.trim(), 200)
  const found = useCandidateSearch(termbase.id, q, isOne && q !== '').data?.items ?? []
  const offers = isOne
    ? found.filter(({ id, state }) => id !== first.id && (state === 'proposed' || state === 'accepted'))
    : rows
  const [intoId, setIntoId] = useState<string | null>(isOne ? null : first.id)
  const into = offers.find(({ id }) => id === intoId)
  const merged = rows.filter(({ id }) => id !== into?.id)
  const merge = (accept: boolean) => {
    if (!into) return
    onClose()
    onMerge(into, merged, accept)
  }
  const title = isOne
    ? t('review.mergeTitle', { source: first.source, target: first.target })
    : t('review.mergeMany', { count: rows.length })
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      {isOne && (
        <TextInput
          data-autofocus
          type="search"
          label={t('review.mergeSearch')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <fieldset className={styles.offers}>
        <legend className={isOne ? 'visually-hidden' : styles.legend}>{t('review.mergeSearch')}</legend>
        {offers.map((other, index) => (
          <label key={other.id} className={styles.target} data-chosen={other.id === intoId || undefined}>
            <input
              type="radio"
              name="into"
              checked={other.id === intoId}
              onChange={() => setIntoId(other.id)}
              {...(!isOne && index === 0 ? { 'data-autofocus': true } : {})}
            />
            <span lang={termbase.sourceLanguage}>{other.source}</span>
            <span lang={termbase.targetLanguage}>{other.target}</span>
            <StatusMark of="candidate" status={other.state} />
          </label>
        ))}
      </fieldset>
      {offers.length === 0 && <p className={styles.none}>{t('review.mergeNone')}</p>}
      {into && <Preview termbase={termbase} into={into} ids={merged.map(({ id }) => id)} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button variant={into?.state === 'proposed' ? 'light' : 'filled'} disabled={!into} onClick={() => merge(false)}>
          {t('review.merge')}
        </Button>
        {(!into || into.state === 'proposed') && (
          <Button disabled={!into} onClick={() => merge(true)}>
            {t('review.mergeAccept')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** The concept as it will be, what is new in it marked. */
function Preview({ termbase, into, ids }: { termbase: Termbase; into: CandidateRow; ids: string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const preview = useMergePreview(termbase.id, into.id, ids)
  if (preview.isError) return <ProblemLine problem={preview.error} />
  if (!preview.data) return null
  const { terms } = preview.data
  const languages = [...new Set(terms.map(({ language }) => language))]
  return (
    <section className={styles.preview} aria-label={t('review.mergePreview')}>
      <h2>{t('review.mergePreview')}</h2>
      <dl>
        {languages.map((language) => (
          <div key={language}>
            <dt>{format.language(language)}</dt>
            {terms
              .filter((term) => term.language === language)
              .map(({ text, status, fresh }) => (
                <dd key={text} data-fresh={fresh || undefined}>
                  <span lang={language}>{text}</span> <StatusMark of="term" status={status} />
                </dd>
              ))}
          </div>
        ))}
      </dl>
      {!terms.some(({ fresh }) => fresh) && <p className={styles.none}>{t('review.mergeSame')}</p>}
    </section>
  )
}
