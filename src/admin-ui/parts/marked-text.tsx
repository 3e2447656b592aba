import { type Mark, pieces } from './mark-pieces.js'
import styles from './marked-text.module.css'

/** A passage as it stood, with what matters marked. Marks that overlap or lie outside the text are left out. */
export function MarkedText({
  text,
  marks,
  side,
  lang,
}: {
  text: string
  marks: Mark[]
  side: 'source' | 'target'
  lang: string
}) {
  return (
    <span lang={lang} className={styles.text}>
      {pieces(text, marks).map(({ start, end, marked }) =>
        marked ? (
          <mark key={start} className={styles.mark} data-side={side}>
            {text.slice(start, end)}
          </mark>
        ) : (
          text.slice(start, end)
        ),
      )}
    </span>
  )
}
