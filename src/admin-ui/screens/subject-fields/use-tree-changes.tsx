import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { type SubjectFieldChange, useChangeSubjectFields } from '../../api/subject-fields.js'
import type { SubjectTree } from '../../api/types.js'
import { useProblemText } from '../../parts/problem-text.js'
import styles from './subject-tree.module.css'
import { takeBack } from './take-back.js'

export interface TreeChanges {
  run: (change: SubjectFieldChange, done?: () => void) => void
  isRunning: boolean
  problem: unknown
  reset: () => void
}

/** Changes the tree, and says what was done with the button that takes it back. */
export function useTreeChanges(termbaseId: string, tree: SubjectTree | undefined): TreeChanges {
  const { t } = useTranslation()
  const textOf = useProblemText()
  const change = useChangeSubjectFields(termbaseId)
  const undo = useChangeSubjectFields(termbaseId)

  const run: TreeChanges['run'] = (one, done) =>
    change.mutate(one, {
      onSuccess: () => {
        done?.()
        if (tree) offerUndo(one, tree)
      },
    })

  return { run, isRunning: change.isPending, problem: change.error, reset: change.reset }

  function offerUndo(one: SubjectFieldChange, before: SubjectTree): void {
    const told = tellOf(one, before)
    const back = takeBack(one, before)
    if (!told || !back) return
    const id = 'subject-field-change'
    const takeItBack = () => {
      notifications.hide(id)
      // The screen may be gone by now, and with it what `mutate` would call back.
      undo.mutateAsync(back).then(
        () => notifications.show({ message: t('subjects.undone') }),
        (problem) => {
          const { message, remedy } = textOf(problem)
          notifications.show({ color: 'red', message: [message, remedy].filter(Boolean).join(' ') })
        },
      )
    }
    // The one before could be taken back only to a tree that is no more.
    notifications.hide(id)
    notifications.show({
      id,
      autoClose: 20_000,
      message: (
        <span className={styles.notice}>
          {told}
          <Button size="compact-xs" variant="light" onClick={takeItBack}>
            {t('action.undo')}
          </Button>
        </span>
      ),
    })
  }

  /** A step up or down is taken back by a step the other way, and needs no words. */
  function tellOf(one: SubjectFieldChange, before: SubjectTree): string | null {
    if (one.do !== 'remove' && one.do !== 'change') return null
    const name = before.items.find(({ id }) => id === one.id)?.name ?? ''
    if (one.do === 'remove') return t('subjects.removed', { name })
    if (one.name !== undefined) return one.name === name ? null : t('subjects.renamed', { from: name, to: one.name })
    return one.parentId === undefined ? null : t('subjects.moved', { name })
  }
}
