import { Anchor, Button, Radio, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeTermbase } from '../../api/settings.js'
import type { Termbase } from '../../api/types.js'
import { Section, Sheet } from '../../parts/page.js'
import { useFieldTexts } from '../../parts/problem-text.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './settings.module.css'

export interface SectionProps {
  termbase: Termbase
  /** May it be changed, by this person and now? */
  isOpen: boolean
}

/** Name, description, and who may read its releases. */
export function AboutSection({ termbase, isOpen }: SectionProps) {
  const { t } = useTranslation()
  const change = useChangeTermbase(termbase.id)
  const stored = { name: termbase.name, description: termbase.description ?? '', visibility: termbase.visibility }
  const [form, setForm] = useState(stored)
  const set = (part: Partial<typeof form>) => setForm((known) => ({ ...known, ...part }))
  const fields = useFieldTexts()(change.error)
  const isChanged = Object.entries(form).some(([name, value]) => stored[name as keyof typeof stored] !== value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ ...form, name: form.name.trim() })
  }
  return (
    <Section title={t('settings.about')}>
      <Sheet>
        <form className={styles.form} onSubmit={submit}>
          <TextInput
            required
            label={t('termbases.name')}
            value={form.name}
            maxLength={200}
            disabled={!isOpen}
            error={fields['name']?.join('; ')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Textarea
            label={t('termbases.description')}
            description={t('settings.descriptionHint')}
            autosize
            minRows={2}
            maxLength={5000}
            value={form.description}
            disabled={!isOpen}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <Radio.Group
            label={t('settings.visibility')}
            value={form.visibility}
            onChange={(visibility) => set({ visibility: visibility as Termbase['visibility'] })}
          >
            <div className={styles.choices}>
              {(['private', 'public'] as const).map((value) => (
                <Radio
                  key={value}
                  value={value}
                  disabled={!isOpen}
                  label={t(`settings.${value}`)}
                  description={t(`settings.${value}Hint`)}
                />
              ))}
            </div>
          </Radio.Group>
          <Anchor size="sm" href={`/glossary/${termbase.id}/latest`}>
            {t('settings.site')}
          </Anchor>
          <ProblemLine problem={change.error} />
          {isOpen && (
            <div className={styles.buttons}>
              <span role="status" className={styles.quiet}>
                {change.isSuccess && !isChanged && t('settings.saved')}
              </span>
              <Button type="submit" loading={change.isPending} disabled={!isChanged || !form.name.trim()}>
                {t('action.save')}
              </Button>
            </div>
          )}
        </form>
      </Sheet>
    </Section>
  )
}
