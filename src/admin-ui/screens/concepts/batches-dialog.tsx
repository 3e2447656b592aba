import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../api/client.js'
import { useConceptBatches, useUndoConceptBatch } from '../../api/concepts.js'
import type { ConceptBatch } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { Empty, Failed, Loading, ProblemLine } from '../../parts/states.js'
import styles from './batches-dialog.module.css'

/** Changes of many concepts at once, newest first, each with the button that takes it back. */
export function BatchesDialog({ termbaseId, onClose }: { termbaseId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const batches = useConceptBatches(termbaseId, true)
  const undo = useUndoConceptBatch(termbaseId)
  const items = batches.data?.items ?? []
  const changed = undo.error instanceof ApiProblem && undo.error.body['changedCount'] !== undefined
  return (
    <Dialog onClose={onClose} title={t('batches.title')} size="lg">
      {batches.isPending && <Loading />}
      {batches.isError && <Failed problem={batches.error} retry={() => void batches.refetch()} />}
      {batches.data && items.length === 0 && <Empty title={t('batches.none')}>{t('batches.noneHint')}</Empty>}
      <ProblemLine problem={undo.error} />
      {changed && undo.variables && (
        <Button
          variant="light"
          mb="sm"
          loading={undo.isPending}
          onClick={() => undo.mutate({ id: undo.variables.id, rest: true })}
        >
          {t('batches.undoRest')}
        </Button>
      )}
      <ol className={styles.list}>
        {items.map((batch) => (
          <li key={batch.id}>
            <Told batch={batch} />
            <span className={styles.who}>
              {batch.author.name} · <time dateTime={batch.at}>{format.ago(batch.at)}</time>
            </span>
            {batch.undoneBy ? (
              <span className={styles.who}>{t('batches.undoneBy', { name: batch.undoneBy.name })}</span>
            ) : (
              <Button
                variant="default"
                size="compact-xs"
                loading={undo.isPending && undo.variables?.id === batch.id}
                onClick={() => undo.mutate({ id: batch.id })}
              >
                {t('action.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function Told({ batch }: { batch: ConceptBatch }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, details, concepts } = batch
  if (kind === 'merge')
    return <span>{t('batches.merge', { merged: String(details['merged']), into: String(details['into']) })}</span>
  const count = { count: concepts, shown: format.number(concepts) }
  if (kind === 'rename-subject-field')
    return <span>{t('batches.rename', { ...count, from: String(details['from']), to: String(details['to']) })}</span>
  const change = Object.entries((details['change'] ?? {}) as Record<string, string | null>).map(([field, value]) => {
    const name = t(`field.${field}` as 'field.status', { defaultValue: field })
    const said = t(`conceptStatus.${value}` as 'conceptStatus.draft', { defaultValue: value ?? t('bulk.nothing') })
    return `${name}: ${said}`
  })
  return <span>{t('batches.edit', { ...count, change: change.join(', ') })}</span>
}
