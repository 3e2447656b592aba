import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateRow, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import styles from './edit-form.module.css'

/** Corrects the pair and accepts it. Text selected in the evidence goes into the field of its side. */
export function EditForm({
  termbase,
  row,
  onSave,
  onCancel,
}: {
  termbase: Termbase
  row: CandidateRow
  onSave: (texts: { source: string; target: string }) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [source, setSource] = useState(row.source)
  const [target, setTarget] = useState(row.target)
  useEvidenceSelection((side, text) => (side === 'source' ? setSource(text) : setTarget(text)))

  const isComplete = source.trim() !== '' && target.trim() !== ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete) onSave({ source: source.trim(), target: target.trim() })
  }
  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <TextInput
        label={format.language(termbase.sourceLanguage)}
        lang={termbase.sourceLanguage}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        name="source"
        autoComplete="off"
      />
      <TextInput
        label={format.language(termbase.targetLanguage)}
        lang={termbase.targetLanguage}
        value={target}
        onChange={(event) => setTarget(event.currentTarget.value)}
        name="target"
        autoComplete="off"
        // The translation is what needs correcting most often; the key that opened the form was pressed to type.
        autoFocus
      />
      <p className={styles.hint}>{t('review.editHint')}</p>
      <div className={styles.buttons}>
        <Button type="submit" disabled={!isComplete}>
          {t('review.acceptEdited')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  )
}

function useEvidenceSelection(onText: (side: 'source' | 'target', text: string) => void): void {
  useEffect(() => {
    const take = () => {
      const selection = window.getSelection()
      const text = selection?.toString().trim()
      const node = selection?.anchorNode
      const element = node instanceof Element ? node : node?.parentElement
      const side = element?.closest<HTMLElement>('[data-evidence]')?.dataset['evidence']
      if (text && (side === 'source' || side === 'target')) onText(side, text)
    }
    document.addEventListener('mouseup', take)
    return () => document.removeEventListener('mouseup', take)
  }, [onText])
}
