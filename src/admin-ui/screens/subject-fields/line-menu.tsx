import { ActionIcon, Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SubjectTree as Tree } from '../../api/types.js'
import { Icon } from '../../parts/icons.js'
import styles from './subject-tree.module.css'
import { branchOf, pathsOf, type TreeLine } from './tree.js'
import type { TreeChanges } from './use-tree-changes.js'

/** What can be done with one subject field. */
export function LineMenu({
  line: { node, siblings },
  tree,
  run,
  onDo,
}: {
  line: TreeLine
  tree: Tree
  run: TreeChanges['run']
  onDo: (what: 'rename' | 'add' | 'remove') => void
}) {
  const { t } = useTranslation()
  const place = siblings.findIndex(({ id }) => id === node.id)
  const branch = branchOf(tree.items, node.id)
  const move = (position: number) => run({ do: 'change', id: node.id, position })
  const parents = pathsOf(tree.items).filter((line) => !branch.has(line.node.id) && line.node.id !== node.parentId)
  return (
    <span className={styles.tools}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('subjects.up', { name: node.name })}
        disabled={place === 0}
        onClick={() => move(place - 1)}
      >
        <span className={styles.up}>
          <Icon name="chevron" size={14} />
        </span>
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('subjects.down', { name: node.name })}
        disabled={place === siblings.length - 1}
        onClick={() => move(place + 1)}
      >
        <Icon name="chevron" size={14} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" size="compact-xs" aria-label={t('subjects.more', { name: node.name })}>
            {t('concepts.moreActions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu!}>
          <Menu.Item onClick={() => onDo('add')}>{t('subjects.addBelow', { name: node.name })}</Menu.Item>
          <Menu.Item onClick={() => onDo('rename')}>{t('subjects.renameItem')}</Menu.Item>
          <Menu.Item onClick={() => onDo('remove')}>{t('action.delete')}</Menu.Item>
          {(node.parentId || parents.length > 0) && (
            <>
              <Menu.Divider />
              <Menu.Label>{t('subjects.moveTo')}</Menu.Label>
            </>
          )}
          {node.parentId && (
            <Menu.Item onClick={() => run({ do: 'change', id: node.id, parentId: null })}>
              {t('subjects.top')}
            </Menu.Item>
          )}
          {parents.map((line) => (
            <Menu.Item key={line.node.id} onClick={() => run({ do: 'change', id: node.id, parentId: line.node.id })}>
              {line.path.join(' › ')}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
