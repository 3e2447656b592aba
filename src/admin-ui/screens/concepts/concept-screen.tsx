import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ApiProblem } from '../../api/client.js'
import { type ConceptChange, useChangeConcept, useConcept } from '../../api/concepts.js'
import { useCanEdit } from '../../api/session.js'
import type { Concept, OneConcept } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Page } from '../../parts/page.js'
import { useFieldTexts } from '../../parts/problem-text.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { StatusMark } from '../../parts/status-mark.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useKeys } from '../../parts/use-keys.js'
import { useTitle } from '../../parts/use-title.js'
import { Comments } from '../comments/comments.js'
import { ConceptForm, type Draft, draftOf } from './concept-form.js'
import { ConceptHistory } from './concept-history.js'
import styles from './concept-screen.module.css'
import { ConceptView } from './concept-view.js'
import { headline } from './headline.js'
import { Overtaken } from './overtaken.js'

/** One concept on its three levels: the concept, its languages, their terms. */
export function Component() {
  const { conceptId = '' } = useParams()
  const termbase = useCurrentTermbase()
  const found = useConcept(termbase.id, conceptId)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed isScreen problem={found.error} retry={() => void found.refetch()} />
  return <ConceptPage key={conceptId} shown={found.data} reload={async () => (await found.refetch()).data} />
}

interface Version {
  concept: OneConcept
  etag: string
}

interface Editing {
  /** What the form began with: the page behind it follows the server, a change is always to what its writer saw. */
  from: Version
  /** What it begins with, when that is not the concept as it was. */
  initial?: Draft
}

function ConceptPage({ shown, reload }: { shown: Version; reload: () => Promise<Version | undefined> }) {
  const { t } = useTranslation()
  const { concept, etag } = shown
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const change = useChangeConcept(termbase.id, concept.id)
  const [editing, setEditing] = useState<Editing | null>(null)
  const name = headline(concept, [termbase.sourceLanguage, termbase.targetLanguage])
  useTitle(name, termbase.name)
  useKeys({
    e: () => {
      if (canEdit) setEditing((known) => known ?? { from: shown })
    },
  })

  const save = (draft: ConceptChange, against: string) =>
    change.mutate(
      { change: draft, etag: against },
      {
        onSuccess: ({ data }) => {
          setEditing(null)
          if (draft.status === 'approved' && data.status === 'draft')
            notifications.show({ autoClose: 15_000, title: t('concept.reopened'), message: t('concept.reopenedHint') })
        },
      },
    )
  const begin = (next: Editing | null) => {
    change.reset()
    setEditing(next)
  }
  const problem = change.error instanceof ApiProblem ? change.error : null
  const fields = useFieldTexts()(problem)
  const newer = problem?.status === 412 ? (problem.body['newer'] as Concept | undefined) : undefined
  return (
    <Page
      width={960}
      title={name}
      lead={<Lead concept={concept} />}
      actions={
        canEdit &&
        !editing && (
          <Actions
            concept={concept}
            isRunning={change.isPending}
            save={(draft) => save(draft, etag)}
            onEdit={() => setEditing({ from: shown })}
          />
        )
      }
    >
      {concept.replacedBy && <Replaced by={concept.replacedBy} />}
      {newer && change.variables && (
        <Overtaken
          base={editing?.from.concept ?? concept}
          mine={{ ...draftOf(editing?.from.concept ?? concept), ...change.variables.change }}
          theirs={newer}
          onTogether={(initial) => begin({ from: { concept: newer, etag: etagOf(newer) }, initial })}
          onTheirs={() => void reload().then((newest) => begin(newest ? { from: newest } : null))}
        />
      )}
      {!newer && <ProblemLine problem={change.error} />}
      {editing ? (
        <ConceptForm
          key={`${editing.from.etag} ${editing.initial ? 'together' : ''}`}
          concept={editing.from.concept}
          initial={editing.initial}
          termbase={termbase}
          isSaving={change.isPending}
          fields={fields}
          onSave={(draft) => save(draft, editing.from.etag)}
          onCancel={() => begin(null)}
        />
      ) : (
        <>
          <ConceptView concept={concept} termbase={termbase} />
          <Comments termbaseId={termbase.id} conceptId={concept.id} />
          <ConceptHistory termbaseId={termbase.id} concept={concept} />
        </>
      )}
    </Page>
  )
}

const etagOf = ({ version }: Concept) => `"v${version}"`

function Lead({ concept }: { concept: Concept }) {
  const { t } = useTranslation()
  const format = useFormat()
  const termbase = useCurrentTermbase()
  return (
    <span className={styles.lead}>
      <Link to={`/termbases/${termbase.id}/concepts`}>{t('concept.numbered', { number: concept.number })}</Link>
      <StatusMark of="concept" status={concept.status} />
      <span>{t('concept.changed', { ago: format.ago(concept.updatedAt) })}</span>
    </span>
  )
}

/** The concept was merged: whoever comes by an old address goes on from here. */
function Replaced({ by }: { by: { id: string; number: number } }) {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  return (
    <Alert color="gray" variant="light" mb="md" title={t('concept.replaced')}>
      <Link to={`/termbases/${termbase.id}/concepts/${by.id}`} className={styles.replacement}>
        {t('concept.toReplacement', { number: by.number })}
      </Link>
    </Alert>
  )
}

function Actions({
  concept,
  isRunning,
  save,
  onEdit,
}: {
  concept: Concept
  isRunning: boolean
  save: (draft: ConceptChange) => void
  onEdit: () => void
}) {
  const { t } = useTranslation()
  return (
    <>
      {concept.status !== 'retired' && (
        <Button variant="default" component={Link} to="merge" leftSection={<Icon name="merge" size={14} />}>
          {t('merge.open')}
        </Button>
      )}
      <QuickStatus concept={concept} save={save} isRunning={isRunning} />
      <Button leftSection={<Icon name="pencil" size={14} />} aria-keyshortcuts="e" onClick={onEdit}>
        {t('concept.edit')}
      </Button>
    </>
  )
}

/** The one change that is made most often needs no form. */
function QuickStatus({
  concept,
  save,
  isRunning,
}: {
  concept: Concept
  save: (draft: ConceptChange) => void
  isRunning: boolean
}) {
  const { t } = useTranslation()
  const [status, label] =
    concept.status === 'approved'
      ? (['retired', t('concept.retire')] as const)
      : (['approved', t('concept.approve')] as const)
  return (
    <Button variant="default" loading={isRunning} onClick={() => save({ status })}>
      {label}
    </Button>
  )
}
