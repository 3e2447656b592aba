import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useCanEdit } from '../../api/session.js'
import { useTermbases } from '../../api/termbases.js'
import type { Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Page } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useTitle } from '../../parts/use-title.js'
import { NewTermbaseDialog } from './new-termbase-dialog.js'
import styles from './termbases-screen.module.css'

/** All termbases, each with how far it is: what waits, what is approved, what is published. */
export function Component() {
  const { t } = useTranslation()
  const canEdit = useCanEdit()
  const termbases = useTermbases()
  const [search, setSearch] = useSearchParams()
  const [isOpen, setOpen] = useState(search.has('new'))
  useTitle(t('termbases.title'))
  const newButton = canEdit && (
    <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen(true)}>
      {t('termbases.new')}
    </Button>
  )
  return (
    <Page title={t('termbases.title')} lead={t('termbases.lead')} actions={newButton}>
      {termbases.isPending && <Loading />}
      {termbases.isError && <Failed problem={termbases.error} retry={() => void termbases.refetch()} />}
      {termbases.data?.items.length === 0 && (
        <Empty title={t('termbases.none')} action={newButton}>
          {t('termbases.noneHint')}
        </Empty>
      )}
      <ul className={styles.list}>
        {inUseFirst(termbases.data?.items ?? []).map((termbase) => (
          <TermbaseCard key={termbase.id} termbase={termbase} />
        ))}
      </ul>
      {isOpen && (
        <NewTermbaseDialog
          onClose={() => {
            setOpen(false)
            setSearch({}, { replace: true })
          }}
        />
      )}
    </Page>
  )
}

/** Those that were put away come last. */
function inUseFirst(termbases: Termbase[]): Termbase[] {
  return termbases.toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null))
}

function TermbaseCard({ termbase }: { termbase: Termbase }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { counts } = termbase
  const facts = [
    { to: 'review', label: t('termbases.proposed'), count: counts.candidates.proposed },
    { to: 'concepts?status=approved', label: t('termbases.approved'), count: counts.approvedConcepts },
    { to: 'documents', label: t('task.documents'), count: counts.documents },
    { to: 'releases', label: t('task.releases'), count: counts.releases },
  ]
  return (
    <li className={styles.card}>
      <div className={styles.about}>
        <h2 className={styles.name}>
          <Link to={`/termbases/${termbase.id}/review`}>{termbase.name}</Link>
        </h2>
        <div className={styles.languages}>
          {format.language(termbase.sourceLanguage)} → {format.language(termbase.targetLanguage)}
          {termbase.visibility === 'public' && ` · ${t('termbases.public')}`}
          {termbase.archivedAt && ` · ${t('termbases.archived')}`}
        </div>
        {termbase.description && <p className={styles.description}>{termbase.description}</p>}
      </div>
      <dl className={styles.facts}>
        {facts.map(({ to, label, count }) => (
          <div key={to}>
            <dt>
              <Link to={`/termbases/${termbase.id}/${to}`}>{label}</Link>
            </dt>
            <dd data-zero={count === 0 || undefined}>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
