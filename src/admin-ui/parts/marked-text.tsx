import styles from './marked-text.module.css'

export interface Mark {
  start: number
  end: number
}

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

export function pieces(text: string, marks: Mark[]): (Mark & { marked: boolean })[] {
  const result: (Mark & { marked: boolean })[] = []
  let at = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) result.push({ start: at, end: start, marked: false })
    result.push({ start, end, marked: true })
    at = end
  }
  if (at < text.length) result.push({ start: at, end: text.length, marked: false })
  return result
}
