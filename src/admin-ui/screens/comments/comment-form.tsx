import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../api/comments.js'
import styles from './comments.module.css'
import { nameBegun, withName } from './threads.js'

const MOST_NAMES = 6

/** Write a comment; @ offers the names of those who work here. Ctrl+Enter sends. */
export function CommentForm({
  label,
  submit,
  initial = '',
  isSending,
  autoFocus = false,
  onSend,
  onCancel,
}: {
  label: string
  submit: string
  initial?: string
  isSending: boolean
  autoFocus?: boolean
  /** `done` empties the field: what was not stored stays in it. */
  onSend: (text: string, done: () => void) => void
  onCancel?: () => void
}) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [text, setText] = useState(initial)
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState(0)
  const [isClosed, setClosed] = useState(false)
  const begun = isClosed ? null : nameBegun(text, caret)
  const people = usePeople(begun !== null).data?.items ?? []
  const offers = begun ? people.filter(({ name }) => fits(name, begun.name)).slice(0, MOST_NAMES) : []
  const current = Math.min(chosen, offers.length - 1)

  const follow = () => {
    setCaret(field.current?.selectionStart ?? 0)
    setChosen(0)
  }
  const put = (name: string) => {
    if (!begun) return
    const next = withName(text, caret, begun.start, name)
    setText(next.text)
    setCaret(next.caret)
    setClosed(true)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim()) onSend(text, () => setText(''))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
    else if (offers.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) setChosen((current + step + offers.length) % offers.length)
      else if (event.key === 'Enter' || event.key === 'Tab') put(offers[current]!.name)
      else if (event.key === 'Escape') setClosed(true)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <div className={styles.field}>
        <Textarea
          ref={field}
          autosize
          minRows={2}
          data-autofocus={autoFocus || undefined}
          autoFocus={autoFocus}
          aria-label={label}
          placeholder={t('comments.hint')}
          value={text}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={offers.length > 0 ? `${list}-${current}` : undefined}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key) && follow()}
          onClick={follow}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setCaret(event.currentTarget.selectionStart)
            setClosed(false)
            setChosen(0)
          }}
        />
        <ul
          id={list}
          role="listbox"
          aria-label={t('comments.people')}
          className={styles.offers}
          hidden={offers.length === 0}
        >
          {offers.map(({ id, name }, index) => (
            <li
              key={id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === current}
              onMouseDown={(event) => {
                event.preventDefault()
                put(name)
              }}
            >
              {name}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.acts}>
        <Button type="submit" loading={isSending} disabled={!text.trim()}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Any word of the name may be begun. */
function fits(name: string, begun: string): boolean {
  const [whole, wanted] = [name.toLowerCase(), begun.toLowerCase()]
  return whole.startsWith(wanted) || whole.split(/\s+/).some((word) => word.startsWith(wanted))
}
