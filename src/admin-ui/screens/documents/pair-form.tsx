import { Button, Checkbox, FileInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Termbase } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import styles from './pair-form.module.css'

const accepted = '.txt,.md,.docx,.pdf,.srt,.vtt'

interface PairFormProps {
  termbase: Termbase
  onSend: (file: File, targetFile: File, aligned: boolean) => void
  onClose: () => void
}

/** A text and its translation, each in a file of its own. The upload goes on after the dialog has closed. */
export function PairForm({ termbase, onSend, onClose }: PairFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [source, setSource] = useState<File | null>(null)
  const [target, setTarget] = useState<File | null>(null)
  const [aligned, setAligned] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!source || !target) return
    onSend(source, target, aligned)
    onClose()
  }
  const field = (language: string, value: File | null, onChange: (file: File | null) => void) => (
    <FileInput
      label={t('documents.textIn', { language: format.language(language) })}
      placeholder={t('documents.chooseOne')}
      accept={accepted}
      required
      clearable
      clearButtonProps={{ 'aria-label': t('documents.takeAway') }}
      value={value}
      onChange={onChange}
    />
  )
  return (
    <Dialog title={t('documents.twoFiles')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.hint}>{t('documents.twoFilesHint')}</p>
        {field(termbase.sourceLanguage, source, setSource)}
        {field(termbase.targetLanguage, target, setTarget)}
        <Checkbox
          label={t('documents.lineByLine')}
          description={t('documents.lineByLineHint')}
          checked={aligned}
          onChange={(event) => setAligned(event.currentTarget.checked)}
        />
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!source || !target}>
            {t('documents.uploadBoth')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
