import { Button, NativeSelect } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type ImportPreview, previewImport, type TableMapping, uploadImport } from '../../api/imports.js'
import type { Termbase } from '../../api/types.js'
import { Icon } from '../../parts/icons.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './imports.module.css'
import { MappingForm } from './mapping-form.js'

/** Drop a file: it is recognised, a table is mapped, and the dry run begins. */
export function ImportDrop({ termbase }: { termbase: Termbase }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [status, setStatus] = useState('draft')
  const [table, setTable] = useState<{ file: File; preview: ImportPreview } | null>(null)

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
  const start = async (file: File, mapping?: TableMapping) => {
    const languages = { source: termbase.sourceLanguage, target: termbase.targetLanguage }
    const fields = { status, ...languages, ...(mapping && { mapping: JSON.stringify(mapping) }) }
    const answer = await uploadImport(termbase.id, file, fields)
    await navigate(answer.import.id)
  }
  const choose = (file: File | undefined) =>
    file &&
    void during(async () => {
      const preview = await previewImport(termbase.id, file)
      if (preview.table) setTable({ file, preview })
      else await start(file)
    })
  const onDrag = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type !== 'dragleave')
  }
  if (table)
    return (
      <MappingForm
        fileName={table.file.name}
        preview={table.preview}
        isBusy={isBusy}
        problem={problem}
        onCancel={() => setTable(null)}
        onStart={(mapping) => void during(() => start(table.file, mapping))}
      />
    )
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
