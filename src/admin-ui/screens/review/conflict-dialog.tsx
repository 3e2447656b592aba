import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../api/client.js'
import type { ConceptOffer } from '../../api/types.js'
import { useDesk } from '../../parts/desk/desk.js'
import { TermLine } from '../../parts/term-line.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { Dialog } from '../../parts/dialog.js'
import styles from './conflict-dialog.module.css'

/** A concept with one of the two terms exists already: is this pair another name of it, or something else? */
export function ConflictDialog() {
  const { t } = useTranslation()
  const { sourceLanguage, targetLanguage } = useCurrentTermbase()
  const desk = useDesk()
  const found = [...desk.failures].find(([, { problem }]) => offersOf(problem).length > 0)
  if (!found) return null
  const [id, { row, decision, problem }] = found
  const decide = (choice: { conceptId: string } | { newConcept: true }) =>
    void desk.decide(row, { ...decision, ...choice })
  return (
    <Dialog
      onClose={() => desk.forget(id)}
      title={t('review.conflict.title', {
        source: decision.source ?? row.source,
        target: decision.target ?? row.target,
      })}
    >
      <p className={styles.lead}>{t('review.conflict.text')}</p>
      <div className={styles.offers}>
        {offersOf(problem).map((offer, index) => (
          <Button
            key={offer.conceptId}
            variant="default"
            size="sm"
            justify="space-between"
            h="auto"
            py={8}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            classNames={{ label: styles.offer! }}
            onClick={() => decide({ conceptId: offer.conceptId })}
          >
            <TermLine terms={offer.terms} languages={[sourceLanguage, targetLanguage]} />
            <span className={styles.synonym}>{t('review.conflict.synonym')}</span>
          </Button>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button variant="subtle" color="gray" onClick={() => desk.forget(id)}>
          {t('action.cancel')}
        </Button>
        <Button variant="light" onClick={() => decide({ newConcept: true })}>
          {t('review.conflict.newConcept')}
        </Button>
      </div>
    </Dialog>
  )
}

function offersOf(problem: unknown): ConceptOffer[] {
  if (!(problem instanceof ApiProblem) || problem.code !== 'conflict') return []
  return Array.isArray(problem.body['offers']) ? (problem.body['offers'] as ConceptOffer[]) : []
}
