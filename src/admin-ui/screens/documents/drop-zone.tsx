import { Button, CloseButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type LeftAlone, refreshAfterExtraction, uploadDocument } from '../../api/documents.js'
import type { SourceDocument, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { ProgressLine } from '../../parts/progress-line.js'
import { useProblemText } from '../../parts/problem-text.js'
import styles from './drop-zone.module.css'
import { type FilesOfDocument, pairFiles } from './pair-files.js'
import { PairForm } from './pair-form.js'

interface Upload {
  key: number
  name: string
  sent: number
  abort: AbortController
  outcome?: { duplicateOf: SourceDocument } | { leftAlone: LeftAlone[]; taken: number } | { problem: unknown }
}

const accepted = '.txt,.md,.docx,.pdf,.tsv,.tmx,.xlf,.xliff,.po,.xlsx,.srt,.vtt,.zip'

/**
 * Drop files anywhere on it, or choose them; two that differ in a language only travel as a pair. Each document travels on
 * its own, so one bad file does not hold up the others.
 */
export function DropZone({ termbase }: { termbase: Termbase }) {
  const termbaseId = termbase.id
  const { t } = useTranslation()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const counter = useRef(0)
  const [isOver, setOver] = useState(false)
  const [isPairing, setPairing] = useState(false)
  const [uploads, setUploads] = useState<Upload[]>([])

  const change = (key: number, fields: Partial<Upload>) =>
    setUploads((known) => known.map((upload) => (upload.key === key ? { ...upload, ...fields } : upload)))
  const drop = (key: number) => setUploads((known) => known.filter((upload) => upload.key !== key))

  const send = async ({ file, targetFile }: FilesOfDocument<File>, aligned = false) => {
    const key = ++counter.current
    const abort = new AbortController()
    const name = [file.name, targetFile?.name].filter(Boolean).join(' + ')
    setUploads((known) => [...known, { key, name, sent: 0, abort }])
    try {
      const answer = await uploadDocument(
        termbaseId,
        { file, targetFile, aligned },
        {
          onProgress: (sent) => change(key, { sent }),
          signal: abort.signal,
        },
      )
      const { leftAlone, more } = answer
      if (leftAlone.length > 0) change(key, { outcome: { leftAlone, taken: more.length + 1 } })
      else if (answer.duplicate && more.every(({ duplicate }) => duplicate))
        change(key, { outcome: { duplicateOf: answer.document } })
      else drop(key)
      await refreshAfterExtraction(client, termbaseId)
    } catch (problem) {
      if (abort.signal.aborted) drop(key)
      else change(key, { outcome: { problem } })
    }
  }
  const sendAll = (files: FileList | null) => {
    const languages = { source: termbase.sourceLanguage, target: termbase.targetLanguage }
    void Promise.all(pairFiles([...(files ?? [])], languages).map((files) => send(files)))
  }

  const onDrag = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type !== 'dragleave')
  }
  return (
    <div className={styles.zone}>
      <div
        className={styles.target}
        data-over={isOver || undefined}
        onDragEnter={onDrag}
        onDragOver={onDrag}
        onDragLeave={onDrag}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          sendAll(event.dataTransfer.files)
        }}
      >
        <Icon name="upload" size={20} />
        <div className={styles.words}>
          <strong>{t('documents.drop')}</strong>
          <span>{t('documents.formats')}</span>
        </div>
        <Button variant="subtle" onClick={() => setPairing(true)}>
          {t('documents.twoFiles')}
        </Button>
        <Button variant="default" onClick={() => input.current?.click()}>
          {t('documents.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accepted}
          aria-label={t('documents.choose')}
          onChange={(event) => {
            sendAll(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </div>
      {isPairing && (
        <PairForm
          termbase={termbase}
          onClose={() => setPairing(false)}
          onSend={(file, targetFile, aligned) => void send({ file, targetFile }, aligned)}
        />
      )}
      <ul className={styles.uploads}>
        {uploads.map((upload) => (
          <UploadLine
            key={upload.key}
            upload={upload}
            termbaseId={termbaseId}
            onClose={() => {
              upload.abort.abort()
              drop(upload.key)
            }}
          />
        ))}
      </ul>
    </div>
  )
}

function UploadLine({ upload, termbaseId, onClose }: { upload: Upload; termbaseId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const textOf = useProblemText()
  const { outcome } = upload
  return (
    <li className={styles.upload} data-failed={(outcome && 'problem' in outcome) || undefined}>
      <div className={styles.uploadText} role={outcome ? 'alert' : undefined}>
        <strong>{upload.name}</strong> {!outcome && t('documents.sending', { share: format.percent(upload.sent) })}
        {outcome && 'duplicateOf' in outcome && (
          <>
            {t('documents.duplicate')}{' '}
            <Link to={`/termbases/${termbaseId}/documents/${outcome.duplicateOf.id}`}>{outcome.duplicateOf.name}</Link>
          </>
        )}
        {outcome && 'leftAlone' in outcome && <LeftAloneLines {...outcome} />}
        {outcome && 'problem' in outcome && (
          <>
            {textOf(outcome.problem).message} {textOf(outcome.problem).remedy}
          </>
        )}
        {!outcome && <ProgressLine value={upload.sent} label={upload.name} />}
      </div>
      <CloseButton size="sm" aria-label={outcome ? t('action.close') : t('action.cancel')} onClick={onClose} />
    </li>
  )
}

/** What of an archive became documents, and what did not. */
function LeftAloneLines({ leftAlone, taken }: { leftAlone: LeftAlone[]; taken: number }) {
  const { t } = useTranslation()
  return (
    <>
      {t('documents.taken', { count: taken })}
      <ul className={styles.leftAlone}>
        {leftAlone.map(({ name, why }) => (
          <li key={name}>
            {t('documents.leftAlone', { name })} {t(`leftAlone.${why}` as 'leftAlone.is empty', { defaultValue: why })}
          </li>
        ))}
      </ul>
    </>
  )
}
