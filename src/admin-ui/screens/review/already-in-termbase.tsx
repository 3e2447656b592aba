import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RelatedConcept, Termbase } from '../../api/types.js'
import { TermLine } from '../../parts/term-line.js'
import styles from './already-in-termbase.module.css'

/** Concepts with the same term on a side, or that hold or are held by this one: the duplicate is seen before it is made. */
export function AlreadyInTermbase({
  termbase,
  related,
  conceptId,
}: {
  termbase: Termbase
  related: RelatedConcept[] | undefined
  conceptId: string | null
}) {
  const { t } = useTranslation()
  return (
    <section className={styles.section}>
      <h2>{t('review.already')}</h2>
      {!related && <Skeleton height={20} />}
      {related?.length === 0 && <p className={styles.none}>{t('review.notYet')}</p>}
      <ul className={styles.list}>
        {related?.map((concept) => (
          <li key={concept.conceptId}>
            <Link className={styles.concept} to={`/termbases/${termbase.id}/concepts/${concept.conceptId}`}>
              <TermLine terms={concept.terms} languages={[termbase.sourceLanguage, termbase.targetLanguage]} />
              <span className={styles.relation}>
                {concept.conceptId === conceptId ? t('review.thisConcept') : t(`relation.${concept.relation}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
