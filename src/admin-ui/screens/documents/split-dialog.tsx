import { Button, Kbd } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SentencePair, Termbase, TextSide } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { firstCut, nextCut } from './cut-places.js'
import styles from './split-dialog.module.css'

/** Cuts a row in two. A click says where, or the arrows do: from word to word, with Shift by one character. */
export function SplitDialog({
  termbase,
  pair,
  onSplit,
  onClose,
}: {
  termbase: Termbase
  pair: SentencePair
  onSplit: (cuts: Record<TextSide, number>) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [cuts, setCuts] = useState<Record<TextSide, number>>({
    source: firstCut(pair.source?.text ?? ''),
    target: firstCut(pair.target?.text ?? ''),
  })
  const languages = { source: termbase.sourceLanguage, target: termbase.targetLanguage }
  const total = (side: TextSide) => pair[side]?.text.length ?? 0
  const isWhole = (['source', 'target'] as const).every((side) => cuts[side] === 0 || cuts[side] === total(side))
  // Two whole sides make two rows only when they go to different ones.
  const changesNothing = isWhole && (cuts.source === 0) === (cuts.target === 0)
  return (
    <Dialog onClose={onClose} size="lg" title={t('document.splitTitle', { row: pair.position + 1 })}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!changesNothing) onSplit(cuts)
        }}
      >
        <p className={styles.hint}>
          {t('document.splitHint')} <Kbd size="xs">← →</Kbd> <Kbd size="xs">⇧ ← →</Kbd>
        </p>
        {(['source', 'target'] as const).map((side) =>
          pair[side] ? (
            <CutField
              key={side}
              text={pair[side].text}
              lang={languages[side]}
              cut={cuts[side]}
              isFirst={side === 'source'}
              onCut={(cut) => setCuts((known) => ({ ...known, [side]: cut }))}
            />
          ) : null,
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={changesNothing}>
            {t('document.split')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function CutField({
  text,
  lang,
  cut,
  isFirst,
  onCut,
}: {
  text: string
  lang: string
  cut: number
  isFirst: boolean
  onCut: (cut: number) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = format.language(lang)
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (step !== 0) {
      event.preventDefault()
      const place = event.shiftKey ? Math.min(text.length, Math.max(0, cut + step)) : nextCut(text, cut, step)
      onCut(place)
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      onCut(event.key === 'Home' ? 0 : text.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.closest('form')?.requestSubmit()
    }
  }
  const onClick = (event: MouseEvent) => {
    const place = offsetAt(event.currentTarget, event.clientX, event.clientY)
    if (place !== null) onCut(place)
  }
  return (
    <div>
      <div className={styles.label}>{name}</div>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('document.cutIn', { language: name })}
        aria-valuemin={0}
        aria-valuemax={text.length}
        aria-valuenow={cut}
        aria-valuetext={`${text.slice(0, cut)} | ${text.slice(cut)}`}
        className={styles.field}
        lang={lang}
        data-autofocus={isFirst || undefined}
        onKeyDown={onKey}
        onClick={onClick}
      >
        <span className={styles.first}>{text.slice(0, cut)}</span>
        <span className={styles.cut} aria-hidden />
        <span className={styles.second}>{text.slice(cut)}</span>
      </div>
    </div>
  )
}

/** How many characters of the field stand before the place of the mouse. */
function offsetAt(field: Element, x: number, y: number): number | null {
  const range = document.caretRangeFromPoint?.(x, y) ?? rangeOf(document.caretPositionFromPoint?.(x, y))
  if (!range || !field.contains(range.startContainer)) return null
  const before = document.createRange()
  before.setStart(field, 0)
  before.setEnd(range.startContainer, range.startOffset)
  return before.toString().length
}

function rangeOf(position: CaretPosition | null | undefined): Range | null {
  if (!position) return null
  const range = document.createRange()
  range.setStart(position.offsetNode, position.offset)
  return range
}
