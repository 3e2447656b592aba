import { Button, NativeSelect } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  type FieldMapping,
  type ImportPreview,
  previewImport,
  type TableMapping,
  uploadImport,
} from '../../api/imports.js'
import type { Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { ProgressLine } from '../../parts/progress-line.js'
import { ProblemLine } from '../../parts/states.js'
import { FieldsForm } from './fields-form.js'
import styles from './imports.module.css'
import { MappingForm } from './mapping-form.js'

/** Drop a file: it is recognised, its columns or fields are mapped where it has any, and the dry run begins. */
export function ImportDrop({ termbase }: { termbase: Termbase }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [status, setStatus] = useState('draft')
  const [toMap, setToMap] = useState<{ file: File; preview: ImportPreview } | null>(null)

  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (caught) {
      setProblem(caught)
    } finally {
      setBusy(false)
    }
  }
  const [sending, setSending] = useState<{ share: number; cancel: () => void } | null>(null)
  const start = async (file: File, said: { mapping?: TableMapping; fields?: FieldMapping } = {}) => {
    const languages = { source: termbase.sourceLanguage, target: termbase.targetLanguage }
    const written = Object.entries(said).map(([name, value]) => [name, JSON.stringify(value)])
    const form = { status, ...languages, ...Object.fromEntries(written) }
    const upload = new AbortController()
    const tell = (share: number) => setSending({ share, cancel: () => upload.abort() })
    tell(0)
    try {
      const answer = await uploadImport(termbase.id, file, form, { onProgress: tell, signal: upload.signal })
      await navigate(answer.import.id)
    } catch (caught) {
      // Whoever cancels knows it.
      if (!upload.signal.aborted) throw caught
      setToMap(null)
    } finally {
      setSending(null)
    }
  }
  const choose = (file: File | undefined) =>
    file &&
    void during(async () => {
      const preview = await previewImport(termbase.id, file)
      if (preview.table || preview.multiterm?.fields.length) setToMap({ file, preview })
      else await start(file)
    })
  const onDrag = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type !== 'dragleave')
  }
  if (sending)
    return (
      <div className={styles.drop} role="status">
        <div className={styles.words}>
          <strong>{t('imports.sending')}</strong>
          <ProgressLine value={sending.share} label={t('imports.sending')} />
        </div>
        <span className={styles.facts}>{format.percent(sending.share)}</span>
        <Button variant="default" onClick={sending.cancel}>
          {t('action.cancel')}
        </Button>
      </div>
    )
  if (toMap) {
    const { file, preview } = toMap
    const form = { fileName: file.name, preview, isBusy, problem, onCancel: () => setToMap(null) }
    return preview.table ? (
      <MappingForm {...form} onStart={(mapping) => void during(() => start(file, { mapping }))} />
    ) : (
      <FieldsForm {...form} onStart={(fields) => void during(() => start(file, { fields }))} />
    )
  }
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        choose(event.dataTransfer.files[0])
      }}
    >
      <Icon name="upload" size={20} />
      <div className={styles.words}>
        <strong>{t(isBusy ? 'imports.sending' : 'imports.drop')}</strong>
        <span>{t('imports.formats')}</span>
        <ProblemLine problem={problem} />
      </div>
      <NativeSelect
        size="xs"
        aria-label={t('imports.newAs')}
        value={status}
        onChange={(event) => setStatus(event.currentTarget.value)}
        data={[
          { value: 'draft', label: t('imports.asDraft') },
          { value: 'approved', label: t('imports.asApproved') },
        ]}
      />
      <Button variant="default" loading={isBusy} onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('imports.choose')}
        onChange={(event) => {
          choose(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
