import { Button, Kbd, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RelatedConcept, Termbase } from '../../api/types.js'
import { TermLine } from '../../parts/term-line.js'
import styles from './already-in-termbase.module.css'

/** So many of them have a key of their own. */
export const conceptKeys = 9

/**
 * Concepts with the same term on a side, that hold or are held by this one, or are spelled alike: the duplicate is seen before it is
 * made. The digit beside a concept makes the pair a further name of it.
 */
export function AlreadyInTermbase({
  termbase,
  related,
  conceptId,
  onJoin,
}: {
  termbase: Termbase
  related: RelatedConcept[] | undefined
  conceptId: string | null
  /** Null where the pair cannot be accepted. */
  onJoin: ((concept: RelatedConcept) => void) | null
}) {
  const { t } = useTranslation()
  return (
    <section className={styles.section}>
      <h2>{t('review.already')}</h2>
      {!related && <Skeleton height={20} />}
      {related?.length === 0 && <p className={styles.none}>{t('review.notYet')}</p>}
      <ul className={styles.list}>
        {related?.map((concept, index) => (
          <li key={concept.conceptId} className={styles.line}>
            <Link className={styles.concept} to={`/termbases/${termbase.id}/concepts/${concept.conceptId}`}>
              <TermLine terms={concept.terms} languages={[termbase.sourceLanguage, termbase.targetLanguage]} />
              <span className={styles.relation}>
                {concept.conceptId === conceptId ? t('review.thisConcept') : t(`relation.${concept.relation}`)}
              </span>
            </Link>
            {onJoin && concept.conceptId !== conceptId && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                className={styles.join!}
                title={t('review.joinHint')}
                rightSection={index < conceptKeys && <Kbd size="xs">{index + 1}</Kbd>}
                {...(index < conceptKeys ? { 'aria-keyshortcuts': String(index + 1) } : {})}
                onClick={() => onJoin(concept)}
              >
                {t('review.join')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
