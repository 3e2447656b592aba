import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { useChangeSubjectFields } from '../../api/settings.js'
import type { SubjectFieldNode } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './settings.module.css'
import { depthOf, withBranches } from './subject-tree.js'

/** A new field, or another name and place for one. */
export function SubjectDialog({
  node,
  parentId,
  nodes,
  change,
  onClose,
}: {
  /** null: a new one. */
  node: SubjectFieldNode | null
  parentId: string | null
  nodes: SubjectFieldNode[]
  change: ReturnType<typeof useChangeSubjectFields>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(node?.name ?? '')
  const [parent, setParent] = useState(parentId ?? '')
  const own = node ? withBranches(node, nodes) : []
  const parents = nodes
    .filter((one) => !own.includes(one))
    .map((one) => ({ value: one.id, label: `${'\u2003'.repeat(depthOf(one, nodes))}${one.name}` }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wish = { name: name.trim(), parentId: parent || null }
    const moved = wish.parentId === node?.parentId ? { name: wish.name } : wish
    change.mutate(node ? { do: 'change', id: node.id, ...moved } : { do: 'add', ...wish }, { onSuccess: onClose })
  }
  return (
    <Dialog
      onClose={onClose}
      title={node ? t('settings.renameSubject', { name: node.name }) : t('settings.addSubject')}
    >
      <form className={styles.dialog} onSubmit={submit}>
        <TextInput
          data-autofocus
          required
          maxLength={200}
          label={t('settings.subjectName')}
          description={node && node.concepts > 0 ? t('settings.renameHint', { count: node.concepts }) : undefined}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('settings.parent')}
          data={[{ value: '', label: t('settings.top') }, ...parents]}
          value={parent}
          onChange={(event) => setParent(event.currentTarget.value)}
        />
        <ProblemLine problem={change.error} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={!name.trim()}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
