import { Button, Kbd, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateRow, Evidence, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import styles from './edit-form.module.css'
import { moveBoundary, spanOf } from './move-boundary.js'

export type Side = 'source' | 'target'
export type Texts = Record<Side, string>

/**
 * Corrects the pair and accepts it. Dragging over the evidence puts what was selected into the field of its side; Alt with
 * an arrow moves the right edge of a term inside its sentence, with Shift the left one.
 */
export function EditForm({
  termbase,
  row,
  evidence,
  picked,
  onChange,
  onSave,
  onCancel,
}: {
  termbase: Termbase
  row: CandidateRow
  /** The occurrence whose sentence the edges are moved in. */
  evidence: Evidence | undefined
  /** What was selected in the evidence. */
  picked: Partial<Texts>
  onChange: (texts: Texts) => void
  onSave: (texts: Texts) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [texts, setTexts] = useState<Texts>({ source: row.source, target: row.target })
  useEffect(() => setTexts((known) => ({ ...known, ...picked })), [picked])
  useEffect(() => onChange(texts), [texts, onChange])
  const change = (side: Side, text: string) => setTexts((known) => ({ ...known, [side]: text }))

  const isComplete = texts.source.trim() !== '' && texts.target.trim() !== ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete) onSave({ source: texts.source.trim(), target: texts.target.trim() })
  }
  const moveEdge = (side: Side) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (!event.altKey || step === 0 || !evidence) return
    event.preventDefault()
    const { text, start, end } = evidence[side]
    const span = spanOf(text, texts[side].trim(), start) ?? { start, end }
    const moved = moveBoundary(text, span, event.shiftKey ? 'start' : 'end', step)
    change(side, text.slice(moved.start, moved.end))
  }
  const field = (side: Side, lang: string) => (
    <TextInput
      label={format.language(lang)}
      lang={lang}
      value={texts[side]}
      onChange={(event) => change(side, event.currentTarget.value)}
      onKeyDown={moveEdge(side)}
      name={side}
      autoComplete="off"
      // The translation is what needs correcting most often; the key that opened the form was pressed to type.
      autoFocus={side === 'target'}
    />
  )
  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      {field('source', termbase.sourceLanguage)}
      {field('target', termbase.targetLanguage)}
      <p className={styles.hint}>
        {t('review.editHint')} <Kbd size="xs">Alt ←→</Kbd> <Kbd size="xs">Alt ⇧ ←→</Kbd>
      </p>
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

/** Calls with what the mouse has selected inside one side of an occurrence. */
export function useEvidenceSelection(onText: (side: Side, text: string) => void): void {
  const latest = useRef(onText)
  useEffect(() => {
    latest.current = onText
  })
  useEffect(() => {
    const sideOf = (node: Node | null | undefined) =>
      (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-evidence]')
    const take = () => {
      const selection = window.getSelection()
      const text = selection?.toString().trim()
      const element = sideOf(selection?.anchorNode)
      const side = element?.dataset['evidence']
      if (text && element === sideOf(selection?.focusNode) && (side === 'source' || side === 'target'))
        latest.current(side, text)
    }
    document.addEventListener('mouseup', take)
    return () => document.removeEventListener('mouseup', take)
  }, [])
}
