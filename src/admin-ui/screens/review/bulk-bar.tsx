import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkDecision } from '../../api/candidates.js'
import { useCounts } from '../../api/candidates.js'
import type { CandidateRow } from '../../api/types.js'
import { type Desk, useDesk } from '../../parts/desk/desk.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { ProblemLine } from '../../parts/states.js'
import { isOpen } from './allowed.js'
import { Dialog } from '../../parts/dialog.js'
import styles from './bulk-bar.module.css'
import { type Filters, queryOf, selectionKey } from './filters.js'
import { RankingHint } from './ranking-hint.js'
import { ReasonChoice } from './reject-dialog.js'
import type { Rows } from './use-rows.js'
import type { Selection } from './use-selection.js'

/** The line above the list: how many there are; with rows chosen, what can be done to all of them at once. */
export function BulkBar({
  termbaseId,
  filters,
  rows,
  selection,
  canEdit,
  undo,
  ask,
  onAsk,
  onMerge,
}: {
  termbaseId: string
  filters: Filters
  rows: Rows
  selection: Selection
  canEdit: boolean
  undo: () => void
  ask: BulkKind | null
  onAsk: (kind: BulkKind | null) => void
  onMerge: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const desk = useDesk()
  const everything = selection.isEverything
  const counts = useCounts(termbaseId, queryOf(filters)).data
  const matching = filters.state === 'all' ? undefined : counts?.state?.[filters.state]
  const chosenCount = selection.chosen.size
  // What is decided already can be chosen along the way, but a bulk decision leaves it alone.
  const open = rows.items.filter((row) => selection.chosen.has(row.id) && isOpen(row))
  const scope = everything && matching !== undefined ? matching : open.length
  const canWiden =
    !everything && matching !== undefined && matching > chosenCount && ['proposed', 'skipped'].includes(filters.state)

  const shownCount = everything ? scope : chosenCount
  const { clear } = selection
  return (
    <div className={styles.bar}>
      {chosenCount === 0 ? (
        <>
          <span className={styles.quiet} aria-live="polite">
            {rows.total === undefined
              ? ' '
              : t('review.total', { count: rows.total, shown: format.number(rows.total) })}
          </span>
          <DeskState desk={desk} />
          <RankingHint termbaseId={termbaseId} listKey={selectionKey(filters)} onSort={rows.refresh} />
          <span className={styles.rest} />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={!desk.canUndo}
            className={styles.undo!}
            leftSection={<Icon name="undo" size={14} />}
            rightSection={<Kbd size="xs">u</Kbd>}
            aria-keyshortcuts="u"
            onClick={undo}
          >
            {t('action.undo')}
          </Button>
          <Tooltip label={t('review.refreshHint')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('review.refresh')} onClick={rows.refresh}>
              <Icon name="refresh" />
            </ActionIcon>
          </Tooltip>
        </>
      ) : (
        <>
          <strong className={styles.chosen}>
            {t('review.chosen', { count: shownCount, shown: format.number(shownCount) })}
          </strong>
          {canWiden && (
            <Button variant="subtle" size="compact-xs" onClick={selection.chooseEverything}>
              {t('review.chooseMatching', { count: matching, shown: format.number(matching) })}
            </Button>
          )}
          <span className={styles.rest} />
          {canEdit && (
            <>
              <Button size="compact-sm" disabled={scope === 0} onClick={() => onAsk('accept')}>
                {t('review.bulk.accept', { shown: format.number(scope) })}
              </Button>
              <Button
                size="compact-sm"
                color="red"
                variant="light"
                disabled={scope === 0}
                onClick={() => onAsk('reject')}
              >
                {t('review.bulk.reject', { shown: format.number(scope) })}
              </Button>
              <Button size="compact-sm" variant="default" disabled={scope === 0} onClick={() => onAsk('skip')}>
                {t('review.bulk.skip', { shown: format.number(scope) })}
              </Button>
              {!everything && open.length > 1 && (
                <Button size="compact-sm" variant="default" onClick={onMerge}>
                  {t('review.bulk.merge', { shown: format.number(open.length) })}
                </Button>
              )}
            </>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
            {t('action.clear')}
          </Button>
        </>
      )}
      {ask && scope > 0 && (
        <BulkDialog
          kind={ask}
          count={scope}
          sample={everything ? rows.items.filter(isOpen) : open}
          body={everything ? { filter: queryOf(filters), expectedCount: scope } : { ids: open.map(({ id }) => id) }}
          affects={everything ? isOpen : (row) => selection.chosen.has(row.id) && isOpen(row)}
          desk={desk}
          onClose={() => onAsk(null)}
          onDone={clear}
        />
      )}
    </div>
  )
}

/** What is asked before it is done to many. */
export type BulkKind = Exclude<BulkDecision['kind'], 'merge'>

const sampleSize = 8

/** Shows what would happen before it happens; afterwards a notice offers to take it back. */
function BulkDialog({
  kind,
  count,
  sample,
  body,
  affects,
  desk,
  onClose,
  onDone,
}: {
  kind: BulkKind
  count: number
  sample: CandidateRow[]
  body: Pick<BulkDecision, 'ids' | 'filter' | 'expectedCount'>
  affects: (row: CandidateRow) => boolean
  desk: Desk
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [reason, setReason] = useState('')
  const shown = format.number(count)
  const run = useMutation({
    mutationFn: () => desk.decideBulk({ kind, ...body, ...(reason ? { reason } : {}) }, affects),
    onSuccess: ({ batchId, decided, skipped }) => {
      onClose()
      onDone()
      notifyDone(batchId, decided, skipped.length)
    },
  })
  const notifyDone = (batchId: string, decided: number, left: number) => {
    const undo = () => {
      notifications.hide(batchId)
      desk.undoBatch(batchId).then(
        (undone) => undone && notifications.show({ message: t('review.undone', { count: undone.count }) }),
        () => notifications.show({ color: 'red', message: t('review.undoFailed') }),
      )
    }
    notifications.show({
      id: batchId,
      autoClose: 15_000,
      message: (
        <div className={styles.notice}>
          <span>
            {t(`review.bulk.done.${kind}`, { count: decided, shown: format.number(decided) })}
            {left > 0 && ` ${t('review.bulk.left', { count: left, shown: format.number(left) })}`}
          </span>
          <Button size="compact-sm" variant="light" onClick={undo}>
            {t('action.undo')}
          </Button>
        </div>
      ),
    })
  }
  return (
    <Dialog onClose={onClose} title={t(`review.bulk.title.${kind}`, { count, shown })}>
      <ul className={styles.sample}>
        {sample.slice(0, sampleSize).map((row) => (
          <li key={row.id}>
            {row.source} – {row.target}
          </li>
        ))}
      </ul>
      {count > sampleSize && (
        <p className={styles.quiet}>{t('review.bulk.more', { shown: format.number(count - sampleSize) })}</p>
      )}
      {kind === 'reject' && <ReasonChoice value={reason} onChange={setReason} />}
      <ProblemLine problem={run.error} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          data-autofocus
          color={kind === 'reject' ? 'red.8' : 'loom'}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {t(`review.bulk.${kind}`, { shown })}
        </Button>
      </div>
    </Dialog>
  )
}

/** Decisions that wait for the connection are worth a word; those on their way are not. */
function DeskState({ desk }: { desk: Desk }) {
  const { t } = useTranslation()
  if (!desk.isDelayed) return null
  return (
    <span className={styles.delayed} role="status">
      <Icon name="clock" size={14} />
      {t('review.delayed', { count: desk.waitingCount })}
    </span>
  )
}
