import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SubjectTree as Tree } from '../../api/types.js'
import { ConfirmDialog } from '../../parts/confirm-dialog.js'
import { useFormat } from '../../parts/format.js'
import { ProblemLine } from '../../parts/states.js'
import { LineMenu } from './line-menu.js'
import { NameForm } from './name-form.js'
import styles from './subject-tree.module.css'
import { branchOf, type TreeLine } from './tree.js'
import type { TreeChanges } from './use-tree-changes.js'

export type LineDeed = 'rename' | 'add' | 'remove'

/** One subject field; what is being done to it stands in its place or below it. */
export function SubjectLine({
  termbaseId,
  line,
  tree,
  canEdit,
  changes: { run, isRunning, problem },
  deed,
  onDeed,
}: {
  termbaseId: string
  line: TreeLine
  tree: Tree
  canEdit: boolean
  changes: TreeChanges
  deed: LineDeed | null
  onDeed: (deed: LineDeed | null) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { node, depth } = line
  const stop = () => onDeed(null)
  return (
    <li style={{ paddingInlineStart: 16 + depth * 24 }}>
      <div className={styles.line}>
        {deed === 'rename' ? (
          <NameForm
            label={t('subjects.rename', { name: node.name })}
            submit={t('action.save')}
            initial={node.name}
            isRunning={isRunning}
            onSubmit={(name) => run({ do: 'change', id: node.id, name }, stop)}
            onCancel={stop}
          />
        ) : (
          <>
            <span className={styles.name}>{node.name}</span>
            <Link
              className={styles.count}
              to={`/termbases/${termbaseId}/concepts?subjectField=${encodeURIComponent(node.name)}`}
            >
              {t('concepts.total', { count: node.concepts, shown: format.number(node.concepts) })}
            </Link>
            {canEdit && <LineMenu line={line} tree={tree} run={run} onDo={onDeed} />}
          </>
        )}
      </div>
      {deed === 'add' && (
        <NameForm
          label={t('subjects.addBelow', { name: node.name })}
          submit={t('action.add')}
          isRunning={isRunning}
          onSubmit={(name) => run({ do: 'add', name, parentId: node.id }, stop)}
          onCancel={stop}
        />
      )}
      {(deed === 'rename' || deed === 'add') && <ProblemLine problem={problem} />}
      {deed === 'remove' && (
        <ConfirmDialog
          title={t('subjects.remove', { name: node.name })}
          text={t('subjects.removeText', { count: branchOf(tree.items, node.id).size })}
          confirm={t('action.delete')}
          isRunning={isRunning}
          problem={problem}
          onConfirm={() => run({ do: 'remove', id: node.id }, stop)}
          onClose={stop}
        />
      )}
    </li>
  )
}
