import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFieldTexts } from '../../parts/problem-text.js'
import { useCreateTermbase } from '../../api/termbases.js'
import { useLanguageChoices } from '../../parts/language-names.js'
import { ProblemLine } from '../../parts/states.js'
import { Dialog } from '../../parts/dialog.js'
import styles from './new-termbase-dialog.module.css'

export function NewTermbaseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const create = useCreateTermbase()
  const [form, setForm] = useState({ name: '', sourceLanguage: 'zh', targetLanguage: 'en', description: '' })
  const set = (change: Partial<typeof form>) => setForm((known) => ({ ...known, ...change }))
  const fields = useFieldTexts()(create.error)
  const languages = useLanguageChoices()
  const sameLanguage = form.sourceLanguage === form.targetLanguage ? t('termbases.sameLanguage') : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { description, ...rest } = form
    create.mutate(
      { ...rest, ...(description.trim() ? { description: description.trim() } : {}) },
      { onSuccess: ({ id }) => navigate(`/termbases/${id}/documents`) },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('termbases.new')}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          data-autofocus
          required
          label={t('termbases.name')}
          value={form.name}
          maxLength={200}
          error={fields['name']?.join('; ')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <Select
            searchable
            label={t('termbases.source')}
            data={languages}
            value={form.sourceLanguage}
            allowDeselect={false}
            error={fields['sourceLanguage']?.join('; ')}
            onChange={(sourceLanguage) => sourceLanguage && set({ sourceLanguage })}
          />
          <Select
            searchable
            label={t('termbases.target')}
            data={languages}
            value={form.targetLanguage}
            allowDeselect={false}
            error={fields['targetLanguage']?.join('; ') ?? sameLanguage}
            onChange={(targetLanguage) => targetLanguage && set({ targetLanguage })}
          />
        </div>
        <Textarea
          label={t('termbases.description')}
          autosize
          minRows={2}
          value={form.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <ProblemLine problem={create.error} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!form.name.trim() || Boolean(sameLanguage)}>
            {t('termbases.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
