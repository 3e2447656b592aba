import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSubjectFields } from '../../api/subject-fields.js'
import type { SubjectTree as Tree } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading, ProblemLine } from '../../parts/states.js'
import { NameForm } from './name-form.js'
import { type LineDeed, SubjectLine } from './subject-line.js'
import styles from './subject-tree.module.css'
import { pathsOf } from './tree.js'
import { type TreeChanges, useTreeChanges } from './use-tree-changes.js'

/** The tree of subject fields of a termbase, edited where it stands: add, rename, move, remove, take back. */
export function SubjectTree({ termbaseId, canEdit }: { termbaseId: string; canEdit: boolean }) {
  const { t } = useTranslation()
  const tree = useSubjectFields(termbaseId)
  const changes = useTreeChanges(termbaseId, tree.data)
  const [doing, setDoing] = useState<{ id: string; deed: LineDeed } | null>(null)
  if (tree.isPending) return <Loading />
  if (tree.isError) return <Failed problem={tree.error} retry={() => void tree.refetch()} />
  const { items, outside } = tree.data
  const begin = (id: string, deed: LineDeed | null) => {
    changes.reset()
    setDoing(deed && { id, deed })
  }
  return (
    <div className={styles.subjects}>
      {!doing && <ProblemLine problem={changes.problem} />}
      {items.length === 0 ? (
        <Empty title={t('subjects.none')}>{t('subjects.noneHint')}</Empty>
      ) : (
        <Sheet>
          <ul className={styles.tree} aria-label={t('subjects.title')}>
            {pathsOf(items).map((line) => (
              <SubjectLine
                key={line.node.id}
                termbaseId={termbaseId}
                line={line}
                tree={tree.data}
                canEdit={canEdit}
                changes={changes}
                deed={doing?.id === line.node.id ? doing.deed : null}
                onDeed={(deed) => begin(line.node.id, deed)}
              />
            ))}
          </ul>
        </Sheet>
      )}
      {canEdit && (
        <NameForm
          label={t('subjects.add')}
          submit={t('action.add')}
          isRunning={changes.isRunning && !doing}
          onSubmit={(name, done) => changes.run({ do: 'add', name, parentId: null }, done)}
        />
      )}
      {outside.length > 0 && <Outside termbaseId={termbaseId} outside={outside} canEdit={canEdit} run={changes.run} />}
    </div>
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
  run: TreeChanges['run']
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.outside}>
      <p className={styles.outsideTitle}>{t('subjects.outsideTitle', { count: outside.length })}</p>
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
    </div>
  )
}
