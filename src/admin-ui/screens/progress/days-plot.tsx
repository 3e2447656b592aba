import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Author, Progress } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { type Day, daysOf } from './days-of.js'
import styles from './progress.module.css'

const DAYS = 30
/** Told apart by lightness too, not by hue alone. */
const COLOURS = 6

/** A column a day, people stacked in it; a piece leads to what that person decided that day, a name to all that the person has decided. */
export function DaysPlot({ days, queue }: { days: Progress['days']; queue: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(() => daysOf(days, new Date(), DAYS), [days])
  const people = [...new Map(days.map(({ author }) => [author.id, author])).values()]
  const colourOf = new Map(people.map(({ id }, index) => [id, index % COLOURS]))
  const most = Math.max(1, ...columns.map(({ total }) => total))
  const sumOf = (id: string) => days.reduce((sum, day) => sum + (day.author.id === id ? day.decisions : 0), 0)
  if (days.length === 0) return <p className={styles.quiet}>{t('progress.noDecisions')}</p>
  return (
    <figure className={styles.figure}>
      <ol className={styles.columns}>
        {columns.map(({ day, total, parts }, index) => (
          <li key={day} className={styles.column} title={`${format.day(day)}: ${format.number(total)}`}>
            <span className="visually-hidden">{`${format.day(day)}: ${format.number(total)}`}</span>
            {total === most && (
              <span className={styles.top} aria-hidden>
                {format.number(total)}
              </span>
            )}
            {parts.map(({ author, decisions }) => (
              <Link
                key={author.id}
                to={`${queue}?state=all&author=${author.id}&decidedOn=${day}`}
                tabIndex={-1}
                aria-hidden
                className={styles.piece}
                data-colour={colourOf.get(author.id)}
                title={`${author.name}: ${format.number(decisions)}`}
                style={{ height: `${(100 * decisions) / most}%` }}
              />
            ))}
            {index % 7 === (DAYS - 1) % 7 && (
              <span className={styles.day} aria-hidden>
                {format.day(day)}
              </span>
            )}
          </li>
        ))}
      </ol>
      <ul className={styles.legend}>
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link to={`${queue}?state=all&author=${id}`} className={styles.legendLink}>
              <span className={styles.swatch} data-colour={colourOf.get(id)} />
              {name}
              <strong>{format.number(sumOf(id))}</strong>
            </Link>
          </li>
        ))}
      </ul>
      <DaysTable columns={columns} people={people} queue={queue} />
    </figure>
  )
}

/** The same as a table, for those who cannot see the plot or want the numbers. */
function DaysTable({ columns, people, queue }: { columns: Day[]; people: Author[]; queue: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <details className={styles.table}>
      <summary>{t('progress.asTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('progress.day')}</th>
            {people.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('progress.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {columns
            .filter(({ total }) => total > 0)
            .map(({ day, parts, total }) => (
              <tr key={day}>
                <th scope="row">{format.day(day)}</th>
                {people.map(({ id }) => (
                  <td key={id}>{format.number(parts.find(({ author }) => author.id === id)?.decisions ?? 0)}</td>
                ))}
                <td>
                  <Link to={`${queue}?state=all&decidedOn=${day}`}>{format.number(total)}</Link>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  )
}
