import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { candidateQuery, useCandidate } from '../../api/candidates.js'
import { useCanEdit } from '../../api/session.js'
import { useDesk } from '../../parts/desk/desk.js'
import { useLive } from '../../parts/desk/live.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useKeys } from '../../parts/use-keys.js'
import { useTitle } from '../../parts/use-title.js'
import { isOpen } from './allowed.js'
import { BulkBar, type BulkKind } from './bulk-bar.js'
import { CandidatePanel } from './candidate-panel.js'
import { CandidateTable } from './candidate-table.js'
import { ConflictDialog } from './conflict-dialog.js'
import { selectionKey } from './filters.js'
import { FilterBar } from './filter-bar.js'
import { KeysHelp } from './keys-help.js'
import { MergeDialog } from './merge-dialog.js'
import { RejectDialog } from './reject-dialog.js'
import { type ReviewDialog, useActions } from './use-actions.js'
import { useFilters } from './use-filters.js'
import { type Rows, useInfiniteRows } from './use-rows.js'
import { type Selection, useSelection } from './use-selection.js'
import styles from './review-screen.module.css'

/** The queue: which pairs are terms? The list on one side, the evidence for the current pair always beside it; or one card at a time. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const desk = useDesk()
  const { filters, setFilters } = useFilters()
  const rows = useInfiniteRows(termbase.id, filters, desk)
  const selection = useSelection(rows.items, selectionKey(filters))
  const [dialog, setDialog] = useState<ReviewDialog | null>(null)
  const [isEditing, setEditing] = useState(false)
  // A candidate that a link points to can be decided although the list does not show it.
  const candidate = useCandidate(termbase.id, selection.currentId)
  const current = selection.current ?? (candidate.data && desk.expected(candidate.data))
  const lookers = useLive(termbase.id, selection.currentId, canEdit)
  const toggleView = useCallback(
    () => setFilters({ view: filters.view === 'card' ? 'list' : 'card' }),
    [setFilters, filters.view],
  )
  const related = candidate.data?.id === current?.id ? candidate.data?.related : undefined
  const actions = useActions({
    desk,
    selection,
    current,
    related,
    canEdit,
    openDialog: setDialog,
    setEditing,
    toggleView,
  })
  useNeighbours(termbase.id, rows, selection)
  useTitle(current ? `${current.source} – ${current.target}` : undefined, t('task.review'), termbase.name)
  useKeys(actions.keys)

  const closeDialog = useCallback(() => setDialog(null), [])
  const chosen = rows.items.filter((row) => selection.chosen.has(row.id) && isOpen(row))
  const [first, ...others] = chosen.length > 0 ? chosen : current ? [current] : []
  return (
    <div className={styles.screen} data-view={filters.view}>
      <h1 className="visually-hidden">{t('review.title', { termbase: termbase.name })}</h1>
      <FilterBar termbaseId={termbase.id} filters={filters} onChange={setFilters} onKeys={() => setDialog('keys')} />
      <div className={styles.queue}>
        <BulkBar
          termbaseId={termbase.id}
          filters={filters}
          rows={rows}
          selection={selection}
          canEdit={canEdit}
          undo={actions.undo}
          ask={dialog ? (bulkKinds[dialog] ?? null) : null}
          onAsk={(kind) => setDialog(kind && `${kind}Many`)}
          onMerge={() => setDialog('merge')}
        />
        {filters.view === 'list' && (
          <CandidateTable
            termbase={termbase}
            rows={rows}
            selection={selection}
            filters={filters}
            onFilters={setFilters}
            lookers={lookers}
          />
        )}
      </div>
      <CandidatePanel
        termbase={termbase}
        row={current}
        candidate={candidate}
        actions={actions}
        canEdit={canEdit}
        isEditing={isEditing}
        onEditing={setEditing}
        view={filters.view}
        lookers={(current && lookers.get(current.id)) ?? []}
      />
      {current && dialog === 'reject' && (
        <RejectDialog row={current} onClose={closeDialog} onReject={(reason) => actions.reject(current, reason)} />
      )}
      {first && dialog === 'merge' && (
        <MergeDialog termbase={termbase} rows={[first, ...others]} onClose={closeDialog} onMerge={actions.merge} />
      )}
      {dialog === 'keys' && <KeysHelp onClose={closeDialog} />}
      <ConflictDialog />
    </div>
  )
}

const bulkKinds: Partial<Record<ReviewDialog, BulkKind>> = {
  acceptMany: 'accept',
  rejectMany: 'reject',
  skipMany: 'skip',
}

/** The cards before and after the current one are read ahead, so that a key shows the next one at once. */
function useNeighbours(termbaseId: string, rows: Rows, { index }: Selection): void {
  const client = useQueryClient()
  const { items, loadMore } = rows
  useEffect(() => {
    if (index >= items.length - 60) loadMore()
    const near = [items[index + 1], items[index + 2], items[index - 1]]
    for (const row of near)
      if (row) void client.prefetchQuery({ ...candidateQuery(termbaseId, row.id), staleTime: 60_000 })
  }, [client, termbaseId, index, items, loadMore])
}
