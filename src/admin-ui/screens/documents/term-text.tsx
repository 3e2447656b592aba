import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TermMark } from '../../api/types.js'
import { pieces } from '../../parts/mark-pieces.js'
import styles from './term-text.module.css'

/** A sentence with its terms marked: each kind by its colour and its line, and by a word for those who hear the page. */
export function TermText({
  text,
  lang,
  marks,
  home,
  query,
  candidate,
  isCurrent,
}: {
  text: string
  lang: string
  marks: TermMark[]
  /** The address of the termbase. */
  home: string
  /** What is searched for: it is marked as well. */
  query: string
  /** The pair that a link led here for. */
  candidate: string | undefined
  /** Only in the row one stands on are the terms stops of the Tab key: a page of them would be hundreds. */
  isCurrent: boolean
}) {
  const { t } = useTranslation()
  const byStart = new Map(marks.map((mark) => [mark.start, mark]))
  return (
    <span lang={lang} className={styles.text}>
      {pieces(text, marks).map(({ start, end, marked }) => {
        const content = <Found key={start} text={text.slice(start, end)} query={query} />
        const mark = marked ? byStart.get(start) : undefined
        if (!mark) return content
        const label = `${t(`document.mark.${mark.kind}`)}: ${mark.term}`
        return (
          <Link
            key={start}
            to={
              mark.conceptId
                ? `${home}/concepts/${mark.conceptId}`
                : `${home}/review?state=all&candidate=${mark.candidateId}`
            }
            className={styles.mark}
            data-kind={mark.kind}
            data-wanted={(candidate !== undefined && mark.candidateId === candidate) || undefined}
            tabIndex={isCurrent ? 0 : -1}
            title={label}
          >
            {content}
            <span className="visually-hidden"> ({t(`document.mark.${mark.kind}`)})</span>
          </Link>
        )
      })}
    </span>
  )
}

function Found({ text, query }: { text: string; query: string }) {
  if (!query) return text
  const parts: { at: number; text: string; hit: boolean }[] = []
  let at = 0
  const lower = text.toLowerCase()
  for (let hit = lower.indexOf(query); hit >= 0; hit = lower.indexOf(query, at)) {
    if (hit > at) parts.push({ at, text: text.slice(at, hit), hit: false })
    parts.push({ at: hit, text: text.slice(hit, hit + query.length), hit: true })
    at = hit + query.length
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), hit: false })
  return parts.map((part) =>
    part.hit ? (
      <mark key={part.at} className={styles.found}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
