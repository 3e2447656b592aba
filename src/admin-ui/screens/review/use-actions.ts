import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateRow, DecisionKind, NewDecision, RelatedConcept } from '../../api/types.js'
import type { Desk } from '../../parts/desk/desk.js'
import { useProblemText } from '../../parts/problem-text.js'
import type { KeyTable } from '../../parts/use-keys.js'
import { isOpen, mayDecide } from './allowed.js'
import { conceptKeys } from './already-in-termbase.js'
import type { Selection } from './use-selection.js'

export interface Actions {
  accept: (row: CandidateRow, choice?: Pick<NewDecision, 'conceptId' | 'newConcept'>) => void
  /** Accepts the pair as further names of a concept that is there. */
  join: (row: CandidateRow, concept: RelatedConcept) => void
  acceptEdited: (row: CandidateRow, texts: { source: string; target: string }) => void
  reject: (row: CandidateRow, reason: string | undefined) => void
  skip: (row: CandidateRow) => void
  /** Makes the rows names of what one candidate names, and accepts that one if wished. */
  merge: (into: CandidateRow, merged: CandidateRow[], accept: boolean) => void
  reopen: (row: CandidateRow) => void
  undo: () => void
  edit: () => void
  askReason: () => void
  askMerge: () => void
  /** Folds the fragments of an accepted pair away: they are skipped together, and one undo brings them back. */
  fold: (row: CandidateRow) => void
  keys: KeyTable
}

/** What can stand over the screen. The last three are about all chosen rows. */
export type ReviewDialog = 'reject' | 'merge' | 'keys' | 'acceptMany' | 'rejectMany' | 'skipMany'

interface Parts {
  desk: Desk
  selection: Selection
  current: CandidateRow | undefined
  /** What the termbase has that is like the current one, in the order in which it is shown. */
  related: RelatedConcept[] | undefined
  canEdit: boolean
  openDialog: (dialog: ReviewDialog) => void
  setEditing: (isEditing: boolean) => void
  toggleView: () => void
}

/** What an editor can do with a candidate, and the key for each. */
export function useActions({
  desk,
  selection,
  current,
  related,
  canEdit,
  openDialog,
  setEditing,
  toggleView,
}: Parts): Actions {
  const { t } = useTranslation()
  const textOf = useProblemText()
  const { move } = selection

  return useMemo(() => {
    const decide = (row: CandidateRow, decision: NewDecision) => void desk.decide(row, decision)
    const withCurrent = (action: (row: CandidateRow) => void) => () => {
      if (current && canEdit) action(current)
    }
    const where = (kind: DecisionKind, action: (row: CandidateRow) => void) =>
      withCurrent((row) => {
        if (mayDecide(row.state, kind)) action(row)
      })

    const accept: Actions['accept'] = (row, choice = {}) => decide(row, { kind: 'accept', ...choice })
    const join: Actions['join'] = (row, concept) => {
      const [name] = concept.terms
      accept(row, { conceptId: concept.conceptId })
      notifications.show({ message: t('review.joined', { source: row.source, concept: name?.text }) })
      move(1)
    }
    const skip = (row: CandidateRow) => decide(row, { kind: 'skip' })
    const undo = () => {
      desk.undo().then(
        (undone) => {
          if (undone && 'candidateId' in undone) selection.goTo(undone.candidateId)
          else if (undone) {
            // The notice of a bulk decision carries its batch as id, and has nothing to offer any more.
            notifications.hide(undone.batchId)
            notifications.show({ message: t('review.undone', { count: undone.count }) })
          } else notifications.show({ message: t('review.nothingToUndo') })
        },
        (problem: unknown) => {
          const { message, remedy } = textOf(problem)
          notifications.show({ color: 'red', title: t('review.undoFailed'), message: `${message} ${remedy ?? ''}` })
        },
      )
    }
    const edit = where('edit', () => setEditing(true))
    const many = selection.chosen.size > 0
    /** With rows chosen, a key is about them; else about the current one. */
    const each = (dialog: ReviewDialog, single: () => void) => () => {
      if (!many) single()
      else if (canEdit) openDialog(dialog)
    }
    const askReason = each(
      'rejectMany',
      where('reject', () => openDialog('reject')),
    )
    const askMerge = each(
      'merge',
      where('merge', () => openDialog('merge')),
    )
    const fold: Actions['fold'] = (row) => {
      desk.fold(row).then(
        ({ decided }) => notifications.show({ message: t('review.folded', { count: decided }) }),
        (problem: unknown) => notifications.show({ color: 'red', message: textOf(problem).message }),
      )
    }

    const keys: KeyTable = {
      j: () => move(1),
      ArrowDown: () => move(1),
      k: () => move(-1),
      ArrowUp: () => move(-1),
      'Shift+ArrowDown': () => move(1, true),
      'Shift+j': () => move(1, true),
      'Shift+ArrowUp': () => move(-1, true),
      'Shift+k': () => move(-1, true),
      PageDown: () => move(12),
      PageUp: () => move(-12),
      Home: () => selection.go(0),
      End: () => selection.go(Infinity),
      a: each('acceptMany', where('accept', accept)),
      Enter: (event) => {
        // On a button or a link, Enter belongs to it.
        if (event.target instanceof HTMLElement && event.target.closest('button, a, input')) {
          ;(event.target as HTMLElement).click()
          return
        }
        // Going through the list must not bring back what was rejected.
        if (current && isOpen(current)) where('accept', accept)()
        move(1)
      },
      e: edit,
      r: askReason,
      s: each('skipMany', () => {
        where('skip', skip)()
        move(1)
      }),
      m: askMerge,
      ...Object.fromEntries(
        Array.from({ length: conceptKeys }, (_, index) => [
          String(index + 1),
          where('accept', (row) => {
            const concept = related?.[index]
            if (concept && concept.conceptId !== row.conceptId) join(row, concept)
          }),
        ]),
      ),
      o: where('reopen', (row) => decide(row, { kind: 'reopen' })),
      u: undo,
      'Ctrl+z': undo,
      x: withCurrent((row) => selection.toggle(row.id)),
      h: withCurrent((row) => row.state === 'accepted' && fold(row)),
      f: toggleView,
      'Shift+a': () => selection.chooseAllLoaded(),
      'Ctrl+Shift+a': () => selection.chooseEverything(),
      Escape: () => selection.clear(),
      '/': () => document.querySelector<HTMLInputElement>('[data-queue-search]')?.focus(),
      '?': () => openDialog('keys'),
    }

    return {
      accept,
      join,
      acceptEdited: (row, { source, target }) => {
        setEditing(false)
        decide(row, { kind: 'edit', source, target })
      },
      reject: (row, reason) => {
        decide(row, { kind: 'reject', ...(reason ? { reason } : {}) })
        move(1)
      },
      skip,
      merge: (into, merged, thenAccept) => {
        const [only, ...more] = merged
        if (only && more.length === 0) decide(only, { kind: 'merge', mergeInto: into.id })
        else {
          const ids = new Set(merged.map(({ id }) => id))
          const affects = (row: CandidateRow) => ids.has(row.id)
          desk.decideBulk({ kind: 'merge', mergeInto: into.id, ids: [...ids] }, affects).then(
            ({ decided }) =>
              notifications.show({ message: t('review.bulk.done.merge', { count: decided, shown: decided }) }),
            (problem: unknown) => notifications.show({ color: 'red', message: textOf(problem).message }),
          )
          selection.clear()
        }
        if (thenAccept) decide(into, { kind: 'accept' })
        if (!many) move(1)
      },
      reopen: (row) => decide(row, { kind: 'reopen' }),
      undo,
      edit,
      askReason,
      askMerge,
      fold,
      keys,
    }
  }, [desk, selection, current, related, move, canEdit, openDialog, setEditing, toggleView, t, textOf])
}
