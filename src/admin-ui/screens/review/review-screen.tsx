import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCandidate } from '../../api/candidates.js'
import { useCanEdit } from '../../api/session.js'
import { useDesk } from '../../parts/desk/desk.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useKeys } from '../../parts/use-keys.js'
import { useTitle } from '../../parts/use-title.js'
import { BulkBar } from './bulk-bar.js'
import { CandidatePanel } from './candidate-panel.js'
import { CandidateTable } from './candidate-table.js'
import { ConflictDialog } from './conflict-dialog.js'
import { searchOf } from './filters.js'
import { FilterBar } from './filter-bar.js'
import { KeysHelp } from './keys-help.js'
import { MergeDialog } from './merge-dialog.js'
import { RejectDialog } from './reject-dialog.js'
import { useActions } from './use-actions.js'
import { useFilters } from './use-filters.js'
import { useInfiniteRows } from './use-rows.js'
import { useSelection } from './use-selection.js'
import styles from './review-screen.module.css'

/** The queue: which pairs are terms? The list on one side, the evidence for the current pair always beside it. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const desk = useDesk()
  const { filters, setFilters } = useFilters()
  const rows = useInfiniteRows(termbase.id, filters)
  const selection = useSelection(rows.items, searchOf(filters).toString())
  const [dialog, setDialog] = useState<'reject' | 'merge' | 'keys' | null>(null)
  const [isEditing, setEditing] = useState(false)
  // A candidate that a link points to can be decided although the list does not show it.
  const candidate = useCandidate(termbase.id, selection.currentId)
  const current = selection.current ?? candidate.data
  const actions = useActions({ desk, selection, current, canEdit, openDialog: setDialog, setEditing })
  useTitle(current ? `${current.source} – ${current.target}` : undefined, t('task.review'), termbase.name)
  useKeys(actions.keys)

  const closeDialog = useCallback(() => setDialog(null), [])
  return (
    <div className={styles.screen}>
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
        />
        <CandidateTable
          termbase={termbase}
          rows={rows}
          selection={selection}
          filters={filters}
          onFilters={setFilters}
        />
      </div>
      <CandidatePanel
        termbase={termbase}
        row={current}
        candidate={candidate}
        actions={actions}
        canEdit={canEdit}
        isEditing={isEditing}
        onEditing={setEditing}
      />
      {current && dialog === 'reject' && (
        <RejectDialog row={current} onClose={closeDialog} onReject={(reason) => actions.reject(current, reason)} />
      )}
      {current && dialog === 'merge' && (
        <MergeDialog
          termbase={termbase}
          row={current}
          onClose={closeDialog}
          onMerge={(id) => actions.merge(current, id)}
        />
      )}
      {dialog === 'keys' && <KeysHelp onClose={closeDialog} />}
      <ConflictDialog />
    </div>
  )
}
