import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type SubjectFieldChange, useChangeSubjectFields, useSubjectFields } from '../../api/subject-fields.js'
import { useCanEdit } from '../../api/session.js'
import type { SubjectTree as Tree } from '../../api/types.js'
import { ConfirmDialog } from '../../parts/confirm-dialog.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading, ProblemLine } from '../../parts/states.js'
import styles from './subject-tree.module.css'
import { branchOf, pathsOf, type TreeLine } from './tree.js'

type Run = (change: SubjectFieldChange, done?: () => void) => void

/** The tree of subject fields of a termbase, edited where it stands: add, rename, move, remove. */
export function SubjectTree({ termbaseId }: { termbaseId: string }) {
  const { t } = useTranslation()
  const canEdit = useCanEdit()
  const tree = useSubjectFields(termbaseId)
  const change = useChangeSubjectFields(termbaseId)
  const run: Run = (one, done) => change.mutate(one, { onSuccess: () => done?.() })
  if (tree.isPending) return <Loading />
  if (tree.isError) return <Failed problem={tree.error} retry={() => void tree.refetch()} />
  const { items, outside } = tree.data
  return (
    <div className={styles.subjects}>
      <ProblemLine problem={change.error} />
      {items.length === 0 ? (
        <Empty title={t('subjects.none')}>{t('subjects.noneHint')}</Empty>
      ) : (
        <Sheet>
          <ul className={styles.tree} aria-label={t('subjects.title')}>
            {pathsOf(items).map((line) => (
              <Line
                key={line.node.id}
                termbaseId={termbaseId}
                line={line}
                tree={tree.data}
                canEdit={canEdit}
                run={run}
              />
            ))}
          </ul>
        </Sheet>
      )}
      {canEdit && (
        <NameForm
          label={t('subjects.add')}
          submit={t('action.add')}
          onSubmit={(name, done) => run({ do: 'add', name, parentId: null }, done)}
        />
      )}
      {outside.length > 0 && <Outside termbaseId={termbaseId} outside={outside} canEdit={canEdit} run={run} />}
    </div>
  )
}

function Line({
  termbaseId,
  line,
  tree,
  canEdit,
  run,
}: {
  termbaseId: string
  line: TreeLine
  tree: Tree
  canEdit: boolean
  run: Run
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isDoing, setDoing] = useState<'rename' | 'add' | 'remove' | null>(null)
  const { node, depth } = line
  const stop = () => setDoing(null)
  return (
    <li style={{ paddingInlineStart: 16 + depth * 24 }}>
      <div className={styles.line}>
        {isDoing === 'rename' ? (
          <NameForm
            label={t('subjects.rename', { name: node.name })}
            submit={t('action.save')}
            initial={node.name}
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
            {canEdit && <LineMenu line={line} tree={tree} run={run} onDo={setDoing} />}
          </>
        )}
      </div>
      {isDoing === 'add' && (
        <NameForm
          label={t('subjects.addBelow', { name: node.name })}
          submit={t('action.add')}
          onSubmit={(name) => run({ do: 'add', name, parentId: node.id }, stop)}
          onCancel={stop}
        />
      )}
      {isDoing === 'remove' && (
        <ConfirmDialog
          title={t('subjects.remove', { name: node.name })}
          text={t('subjects.removeText', { count: branchOf(tree.items, node.id).size })}
          confirm={t('action.delete')}
          isRunning={false}
          problem={null}
          onConfirm={() => run({ do: 'remove', id: node.id }, stop)}
          onClose={stop}
        />
      )}
    </li>
  )
}

function LineMenu({
  line: { node, siblings },
  tree,
  run,
  onDo,
}: {
  line: TreeLine
  tree: Tree
  run: Run
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
          <Menu.Divider />
          <Menu.Label>{t('subjects.moveTo')}</Menu.Label>
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

/** Fields that concepts name and the tree does not have: imports bring them. */
function Outside({
  termbaseId,
  outside,
  canEdit,
  run,
}: {
  termbaseId: string
  outside: Tree['outside']
  canEdit: boolean
  run: Run
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section className={styles.outside}>
      <h2>{t('subjects.outsideTitle', { count: outside.length })}</h2>
      <p>{t('subjects.outsideText')}</p>
      <ul>
        {outside.map(({ name, concepts }) => (
          <li key={name}>
            <Link to={`/termbases/${termbaseId}/concepts?subjectField=${encodeURIComponent(name)}`}>{name}</Link>{' '}
            <span className={styles.count}>{format.number(concepts)}</span>
          </li>
        ))}
      </ul>
      {canEdit && (
        <Button variant="default" onClick={() => run({ do: 'adopt' })}>
          {t('subjects.adopt')}
        </Button>
      )}
    </section>
  )
}

function NameForm({
  label,
  submit,
  initial = '',
  onSubmit,
  onCancel,
}: {
  label: string
  submit: string
  initial?: string
  onSubmit: (name: string, done: () => void) => void
  onCancel?: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(initial)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onSubmit(name.trim(), () => setName(''))
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={label}
        autoFocus={onCancel !== undefined}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
      />
      <Button type="submit" variant="default" disabled={!name.trim()}>
        {submit}
      </Button>
      {onCancel && (
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
    </form>
  )
}
