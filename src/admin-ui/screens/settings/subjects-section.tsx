import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useChangeSubjectFields, useSubjectFields } from '../../api/settings.js'
import type { SubjectFieldNode } from '../../api/types.js'
import { ConfirmDialog } from '../../parts/confirm-dialog.js'
import { useFormat } from '../../parts/format.js'
import { Icon, type IconName } from '../../parts/icons.js'
import { Section, Sheet } from '../../parts/page.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import type { SectionProps } from './about-section.js'
import styles from './settings.module.css'
import { SubjectDialog } from './subject-dialog.js'
import { depthOf, siblingsOf, withBranches } from './subject-tree.js'

type Open = { dialog: 'add' | 'change' | 'remove'; node: SubjectFieldNode | null }

/** The tree of subject fields: add, rename, move, remove; and the fields that concepts name without it. */
export function SubjectsSection({ termbase, isOpen }: SectionProps) {
  const { t } = useTranslation()
  const tree = useSubjectFields(termbase.id)
  const change = useChangeSubjectFields(termbase.id)
  const [open, setOpen] = useState<Open | null>(null)
  const nodes = tree.data?.items ?? []
  const outside = tree.data?.outside ?? []
  const close = () => {
    setOpen(null)
    change.reset()
  }
  return (
    <Section
      title={t('settings.subjects')}
      aside={
        isOpen && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<Icon name="plus" size={12} />}
            onClick={() => setOpen({ dialog: 'add', node: null })}
          >
            {t('settings.addSubject')}
          </Button>
        )
      }
    >
      {tree.isPending && <Loading />}
      {tree.isError && <Failed problem={tree.error} retry={() => void tree.refetch()} />}
      {tree.data && nodes.length === 0 && <p className={styles.quiet}>{t('settings.noSubjects')}</p>}
      {nodes.length > 0 && (
        <Sheet>
          <ul className={styles.list}>
            {nodes.map((node) => (
              <SubjectLine
                key={node.id}
                node={node}
                nodes={nodes}
                termbaseId={termbase.id}
                isOpen={isOpen}
                onOpen={(dialog) => setOpen({ dialog, node })}
                onMove={(position) => change.mutate({ do: 'change', id: node.id, position })}
              />
            ))}
          </ul>
        </Sheet>
      )}
      {!open && <ProblemLine problem={change.error} />}
      {outside.length > 0 && (
        <div className={styles.outside}>
          <p className={styles.quiet}>
            {t('settings.outside', { count: outside.length })}{' '}
            {outside
              .slice(0, 12)
              .map(({ name }) => name)
              .join(' · ')}
            {outside.length > 12 && ' …'}
          </p>
          {isOpen && (
            <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ do: 'adopt' })}>
              {t('settings.adopt')}
            </Button>
          )}
        </div>
      )}
      {(open?.dialog === 'add' || open?.dialog === 'change') && (
        <SubjectDialog
          node={open.dialog === 'change' ? open.node : null}
          parentId={open.dialog === 'change' ? (open.node?.parentId ?? null) : (open.node?.id ?? null)}
          nodes={nodes}
          change={change}
          onClose={close}
        />
      )}
      {open?.dialog === 'remove' && open.node && (
        <ConfirmDialog
          title={t('settings.removeSubject', { name: open.node.name })}
          text={t('settings.removeSubjectText', { count: withBranches(open.node, nodes).length })}
          confirm={t('settings.remove')}
          isRunning={change.isPending}
          problem={change.error}
          onClose={close}
          onConfirm={() => change.mutate({ do: 'remove', id: open.node!.id }, { onSuccess: close })}
        />
      )}
    </Section>
  )
}

function SubjectLine({
  node,
  nodes,
  termbaseId,
  isOpen,
  onOpen,
  onMove,
}: {
  node: SubjectFieldNode
  nodes: SubjectFieldNode[]
  termbaseId: string
  isOpen: boolean
  onOpen: (dialog: Open['dialog']) => void
  onMove: (position: number) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { name, concepts } = node
  const siblings = siblingsOf(node, nodes)
  const place = siblings.indexOf(node)
  const action = (icon: IconName, label: string, act: () => void, isPossible = true) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={`${label}: ${name}`} disabled={!isPossible} onClick={act}>
        <Icon name={icon} size={14} />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <li className={styles.line} style={{ paddingLeft: 20 + 22 * depthOf(node, nodes) }}>
      <div>
        {name}{' '}
        {concepts > 0 && (
          <Link
            className={styles.quiet}
            to={`/termbases/${termbaseId}/concepts?subjectField=${encodeURIComponent(name)}`}
          >
            {t('settings.concepts', { count: concepts, shown: format.number(concepts) })}
          </Link>
        )}
      </div>
      {isOpen && (
        <div className={styles.actions}>
          {action('up', t('settings.up'), () => onMove(place - 1), place > 0)}
          {action('chevron', t('settings.down'), () => onMove(place + 1), place < siblings.length - 1)}
          {action('plus', t('settings.addBelow'), () => onOpen('add'))}
          {action('pencil', t('settings.rename'), () => onOpen('change'))}
          {action('cross', t('settings.remove'), () => onOpen('remove'))}
        </div>
      )}
    </li>
  )
}
