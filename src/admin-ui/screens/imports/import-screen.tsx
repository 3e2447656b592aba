import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { ApiProblem } from '../../api/client.js'
import { useLiveJob } from '../../api/documents.js'
import { type GlossaryImport, reportAddress, useImport, useImportStep } from '../../api/imports.js'
import { useCanEdit } from '../../api/session.js'
import { useFormat } from '../../parts/format.js'
import { Page } from '../../parts/page.js'
import { ProgressLine } from '../../parts/progress-line.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { Entries } from './entries.js'
import styles from './imports.module.css'

/** One import from its dry run to its undo: what it would do, what is to be decided, what it did. */
export function Component() {
  const { t } = useTranslation()
  const { importId = '' } = useParams()
  const termbase = useCurrentTermbase()
  const found = useImport(termbase.id, importId)
  useTitle(found.data?.fileName ?? t('imports.title'), termbase.name)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed isScreen problem={found.error} retry={() => void found.refetch()} />
  const one = found.data
  const isWorking = one.state === 'reading' || one.state === 'applying'
  return (
    <Page title={one.fileName} lead={<Lead one={one} />} actions={<Actions one={one} />}>
      {isWorking && <Working one={one} />}
      {one.problem && <p className={styles.problem}>{[one.problem['message'], one.problem['remedy']].join(' ')}</p>}
      <Notes one={one} />
      {!isWorking && one.counts.entries > 0 && <Entries one={one} />}
    </Page>
  )
}

function Lead({ one }: { one: GlossaryImport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = [
    t(`importState.${one.state}`),
    one.dialect ?? one.format,
    t('imports.entries', { count: one.counts.entries, shown: format.number(one.counts.entries) }),
    t('imports.terms', { count: one.counts.terms, shown: format.number(one.counts.terms) }),
    one.languages.map((tag) => format.language(tag)).join(', '),
  ]
  return <>{facts.filter(Boolean).join(' · ')}</>
}

function Working({ one }: { one: GlossaryImport }) {
  const { t } = useTranslation()
  const job = useLiveJob(one.termbaseId, one.jobId)
  return (
    <div className={styles.working} role="status">
      <span>{t(`importState.${one.state}`)}</span>
      <ProgressLine value={job?.progress ?? 0} label={t(`importState.${one.state}`)} />
    </div>
  )
}

function Actions({ one }: { one: GlossaryImport }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const canEdit = useCanEdit()
  const step = useImportStep(one.termbaseId, one.id)
  const run = (path: string, body?: unknown) => step.mutate({ step: path, body })
  const problem = step.error ?? null
  const edited = problem instanceof ApiProblem && problem.body['editedCount']
  const drop = () =>
    step.mutate(
      { step: '', method: 'DELETE' },
      { onSuccess: () => void navigate(`/termbases/${one.termbaseId}/imports`) },
    )
  return (
    <div className={styles.actions}>
      {one.counts.entries > 0 && (
        <Button variant="default" component="a" href={reportAddress(one.termbaseId, one.id, 'csv')} download>
          {t('imports.report')}
        </Button>
      )}
      {canEdit && one.state === 'ready' && (
        <>
          <Button variant="default" onClick={drop}>
            {t('imports.discard')}
          </Button>
          <Button variant="default" onClick={() => run('/compare')}>
            {t('imports.compareAgain')}
          </Button>
          <Button disabled={one.counts.undecided > 0} loading={step.isPending} onClick={() => run('/apply')}>
            {t('imports.apply')}
          </Button>
        </>
      )}
      {canEdit && one.state === 'reading' && (
        <Button variant="default" onClick={drop}>
          {t('action.cancel')}
        </Button>
      )}
      {canEdit && one.state === 'applied' && (
        <Button variant="default" loading={step.isPending} onClick={() => run('/undo', edited ? { rest: true } : {})}>
          {t(edited ? 'imports.undoRest' : 'imports.undo')}
        </Button>
      )}
      <ProblemLine problem={problem} />
    </div>
  )
}

function Notes({ one }: { one: GlossaryImport }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (one.result && one.state === 'applied')
    return (
      <p role="status">
        {t('imports.result', { added: format.number(one.result.added), changed: format.number(one.result.changed) })}
      </p>
    )
  return (
    <ul className={styles.notes}>
      {one.renamedLanguages.map(({ written, language, count }) => (
        <li key={written}>{t('imports.renamed', { written, language, shown: format.number(count) })}</li>
      ))}
      {one.warnings.map(({ message, count, line }) => (
        <li key={`${message} ${line}`}>
          {[message, count > 1 && `× ${format.number(count)}`].filter(Boolean).join(' ')}
        </li>
      ))}
    </ul>
  )
}
