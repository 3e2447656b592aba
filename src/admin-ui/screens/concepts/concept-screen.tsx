import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ApiProblem } from '../../api/client.js'
import { type ConceptChange, useChangeConcept, useConcept } from '../../api/concepts.js'
import { useCanEdit } from '../../api/session.js'
import type { Concept } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Page } from '../../parts/page.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { StatusMark } from '../../parts/status-mark.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useKeys } from '../../parts/use-keys.js'
import { useTitle } from '../../parts/use-title.js'
import { ConceptForm } from './concept-form.js'
import { ConceptHistory } from './concept-history.js'
import styles from './concept-screen.module.css'
import { ConceptView } from './concept-view.js'

/** One concept on its three levels: the concept, its languages, their terms. */
export function Component() {
  const { conceptId = '' } = useParams()
  const termbase = useCurrentTermbase()
  const found = useConcept(termbase.id, conceptId)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed problem={found.error} retry={() => void found.refetch()} />
  return <ConceptPage key={conceptId} shown={found.data} reload={async () => (await found.refetch()).data} />
}

interface Version {
  concept: Concept
  etag: string
}

function ConceptPage({ shown, reload }: { shown: Version; reload: () => Promise<Version | undefined> }) {
  const { concept, etag } = shown
  const { t } = useTranslation()
  const format = useFormat()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const change = useChangeConcept(termbase.id, concept.id)
  // What the form began with: the page behind it follows the server, a change is always to what its writer saw.
  const [opened, setOpened] = useState<Version | null>(null)
  const name = headline(concept, [termbase.sourceLanguage, termbase.targetLanguage])
  useTitle(name, termbase.name)
  useKeys({
    e: () => {
      if (canEdit) setOpened((known) => known ?? shown)
    },
  })

  const save = (draft: ConceptChange, against: string) =>
    change.mutate({ change: draft, etag: against }, { onSuccess: () => setOpened(null) })
  const overtaken = change.error instanceof ApiProblem && change.error.status === 412
  return (
    <Page
      width={960}
      title={name}
      lead={
        <span className={styles.lead}>
          <Link to={`/termbases/${termbase.id}/concepts`}>{t('concept.numbered', { number: concept.number })}</Link>
          <StatusMark of="concept" status={concept.status} />
          <span>{t('concept.changed', { ago: format.ago(concept.updatedAt) })}</span>
        </span>
      }
      actions={
        canEdit &&
        !opened && (
          <>
            <QuickStatus concept={concept} save={(draft) => save(draft, etag)} isRunning={change.isPending} />
            <Button leftSection={<Icon name="pencil" size={14} />} onClick={() => setOpened(shown)}>
              {t('concept.edit')}
            </Button>
          </>
        )
      }
    >
      {overtaken && (
        <Alert color="orange" variant="light" title={t('concept.overtaken')} mb="md">
          <div className={styles.overtaken}>
            {t('concept.overtakenText')}
            <span className={styles.choices}>
              <Button
                variant="default"
                onClick={() => {
                  void reload().then((newest) => {
                    change.reset()
                    if (newest) setOpened(newest)
                  })
                }}
              >
                {t('concept.takeTheirs')}
              </Button>
              <Button
                variant="light"
                color="orange.9"
                onClick={() =>
                  void reload().then(
                    (newest) => newest && change.variables && save(change.variables.change, newest.etag),
                  )
                }
              >
                {t('concept.keepMine')}
              </Button>
            </span>
          </div>
        </Alert>
      )}
      {!overtaken && <ProblemLine problem={change.error} />}
      {opened ? (
        <ConceptForm
          key={opened.etag}
          concept={opened.concept}
          termbase={termbase}
          isSaving={change.isPending}
          fields={change.error instanceof ApiProblem ? change.error.fields : {}}
          onSave={(draft) => save(draft, opened.etag)}
          onCancel={() => {
            change.reset()
            setOpened(null)
          }}
        />
      ) : (
        <>
          <ConceptView concept={concept} termbase={termbase} />
          <ConceptHistory termbaseId={termbase.id} concept={concept} />
        </>
      )}
    </Page>
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

/** The preferred term of each language of the termbase. */
export function headline(concept: Concept, languages: string[]): string {
  const first = languages.flatMap(
    (language) => concept.languages.find((section) => section.language === language)?.terms[0]?.text ?? [],
  )
  return first.join(' – ') || (concept.languages[0]?.terms[0]?.text ?? String(concept.number))
}
