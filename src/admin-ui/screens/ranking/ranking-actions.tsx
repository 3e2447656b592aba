import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Ranking, rankingFileAddress, useChangeRanking } from '../../api/ranking.js'
import { ConfirmDialog } from '../../parts/confirm-dialog.js'
import { useProblemText } from '../../parts/problem-text.js'
import styles from './ranking-screen.module.css'

/** Learn now, take it elsewhere, bring one from elsewhere, start over; the last two are taken back with one click. */
export function RankingActions({
  termbaseId,
  ranking,
  canEdit,
}: {
  termbaseId: string
  ranking: Ranking
  canEdit: boolean
}) {
  const { t } = useTranslation()
  const change = useChangeRanking(termbaseId)
  const problemText = useProblemText()
  const [isResetting, setResetting] = useState(false)
  const forgetFile = useRef<() => void>(null)
  const isShipped = ranking.features.length === 0 && ranking.state === 'waiting'
  const tell = (problem: unknown) => {
    const { message, remedy } = problemText(problem)
    notifications.show({
      color: 'red',
      message: [message, remedy].filter(Boolean).join(' '),
      closeButtonProps: { 'aria-label': t('action.close') },
    })
  }
  const importFile = (file: File | null) => {
    forgetFile.current?.()
    if (!file) return
    void file
      .text()
      .then(parsed)
      .then((content) => change.mutateAsync({ action: 'import', file: content }))
      .then(
        () =>
          notifications.show({
            message: t('ranking.importDone'),
            closeButtonProps: { 'aria-label': t('action.close') },
          }),
        tell,
      )
  }
  return (
    <div className={styles.actions}>
      {!isShipped && (
        <Button component="a" variant="default" href={rankingFileAddress(termbaseId)} download>
          {t('ranking.export')}
        </Button>
      )}
      {canEdit && (
        <>
          <FileButton resetRef={forgetFile} accept="application/json,.json" onChange={importFile}>
            {(props) => (
              <Button {...props} variant="default">
                {t('ranking.import')}
              </Button>
            )}
          </FileButton>
          {ranking.canUndo && (
            <Button variant="default" onClick={() => change.mutate({ action: 'undo' }, { onError: tell })}>
              {t(`ranking.undo.${ranking.canUndo as 'reset' | 'import'}`)}
            </Button>
          )}
          {(!isShipped || ranking.decisions.worth > 0) && (
            <Button variant="default" onClick={() => setResetting(true)}>
              {t('ranking.reset')}
            </Button>
          )}
          <Button
            loading={ranking.jobId !== null}
            onClick={() => change.mutate({ action: 'learn' }, { onError: tell })}
          >
            {t('ranking.learn')}
          </Button>
        </>
      )}
      {isResetting && (
        <ConfirmDialog
          title={t('ranking.resetTitle')}
          text={t('ranking.resetText')}
          confirm={t('ranking.reset')}
          isRunning={change.isPending}
          problem={change.error}
          onClose={() => setResetting(false)}
          onConfirm={() => change.mutate({ action: 'reset' }, { onSuccess: () => setResetting(false) })}
        />
      )}
    </div>
  )
}

/** What is no JSON is sent as it is: the server says what a ranking file looks like. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
