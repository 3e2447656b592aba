import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCancelJob, useLiveJob, useRetryDocument } from '../../api/documents.js'
import { useCanEdit } from '../../api/session.js'
import type { SourceDocument } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { useServerText } from '../../parts/problem-text.js'
import { ProgressLine } from '../../parts/progress-line.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './document-state.module.css'
import { useTimeLeft } from './time-left.js'

/** How far a document is: in which stage, ready, or what was wrong with it and what to do. */
export function DocumentState({ termbaseId, document }: { termbaseId: string; document: SourceDocument }) {
  const { t } = useTranslation()
  const textOf = useServerText()
  const isRunning = document.state === 'waiting' || document.state === 'processing'
  const warnings = document.warnings.length
  if (isRunning && document.jobId) return <RunningJob termbaseId={termbaseId} jobId={document.jobId} />
  if (document.state === 'failed' || document.state === 'cancelled') {
    return (
      <div className={styles.problem} data-state={document.state}>
        <Icon name="warning" />
        <span>
          {document.problem ? textOf(document.problem.message) : t(`documents.state.${document.state}`)}{' '}
          {document.problem?.remedy && textOf(document.problem.remedy)}{' '}
          <RetryButton termbaseId={termbaseId} documentId={document.id} />
        </span>
      </div>
    )
  }
  return (
    <div className={styles.state} data-state={document.state}>
      <Icon name={document.state === 'ready' ? 'check' : 'clock'} size={14} />
      {t(`documents.state.${document.state}`)}
      {document.state === 'ready' && warnings > 0 && (
        <span className={styles.warnings}>
          <Icon name="warning" size={14} />
          {t('documents.warnings', { count: warnings })}
        </span>
      )}
    </div>
  )
}

function RetryButton({ termbaseId, documentId }: { termbaseId: string; documentId: string }) {
  const { t } = useTranslation()
  const canEdit = useCanEdit()
  const retry = useRetryDocument(termbaseId)
  if (!canEdit) return null
  return (
    <>
      <Button size="compact-xs" variant="subtle" loading={retry.isPending} onClick={() => retry.mutate(documentId)}>
        {t('action.retry')}
      </Button>
      <ProblemLine problem={retry.error} />
    </>
  )
}

function RunningJob({ termbaseId, jobId }: { termbaseId: string; jobId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const canEdit = useCanEdit()
  const job = useLiveJob(termbaseId, jobId)
  const cancel = useCancelJob()
  const progress = job?.progress ?? 0
  const left = useTimeLeft(job)
  const stage = job?.stage ? t(`stage.${job.stage}` as 'stage.align', { defaultValue: job.stage }) : t('stage.waiting')
  return (
    <div className={styles.running}>
      <div className={styles.stage}>
        <span aria-live="polite">{stage}</span>
        <span className={styles.share}>
          {format.percent(progress)}
          {left !== null && ` · ${format.left(left)}`}
        </span>
        {canEdit && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            loading={cancel.isPending}
            disabled={cancel.isSuccess}
            onClick={() => cancel.mutate(jobId)}
          >
            {cancel.isSuccess ? t('documents.cancelling') : t('action.cancel')}
          </Button>
        )}
      </div>
      <ProgressLine value={progress} label={stage} />
      <ProblemLine problem={cancel.error} />
    </div>
  )
}
