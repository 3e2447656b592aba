import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type ConceptDifference, differenceKinds, type DiffPage } from '../../api/releases.js'
import { ChangeLine } from '../../parts/change-line.js'
import { useFormat } from '../../parts/format.js'
import { TermLine } from '../../parts/term-line.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import styles from './difference-list.module.css'

/** What came, changed and went, concept by concept; the counts are of all, also of those on later pages. */
export function DifferenceList({ pages }: { pages: DiffPage[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const groups = differenceKinds
    .map((kind) => ({ kind, concepts: pages.flatMap((page) => page[kind]), count: pages[0]?.counts[kind] ?? 0 }))
    .filter(({ concepts }) => concepts.length > 0)
  return groups.map(({ kind, concepts, count }) => (
    <section className={styles.group} key={kind}>
      <h2 data-kind={kind}>
        {t(`releases.${kind}`)} <span className={styles.count}>{format.number(count)}</span>
      </h2>
      <ul>
        {concepts.map((concept) => (
          <li key={concept.id}>
            <Difference concept={concept} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Difference({ concept }: { concept: ConceptDifference }) {
  const { id, sourceLanguage, targetLanguage } = useCurrentTermbase()
  return (
    <>
      <Link className={styles.concept} to={`/termbases/${id}/concepts/${concept.id}`}>
        <TermLine terms={concept.terms} languages={[sourceLanguage, targetLanguage]} />
      </Link>
      {concept.changes.map((change) => (
        <ChangeLine
          key={[change.language, change.term, change.field, change.before, change.after].join()}
          change={change}
        />
      ))}
    </>
  )
}
