import { Button, TextInput } from '@mantine/core'
import { type FormEvent, Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useCreateConcept } from '../../api/concepts.js'
import type { Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { ProblemLine } from '../../parts/states.js'
import { Dialog } from '../../parts/dialog.js'
import { DuplicateWarning } from './duplicate-warning.js'
import styles from './new-concept-dialog.module.css'

/** A concept that no document gave: one term on each side, the rest on its own page. */
export function NewConceptDialog({ termbase, onClose }: { termbase: Termbase; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const create = useCreateConcept(termbase.id)
  const [texts, setTexts] = useState<Record<string, string>>({})
  const languages = [termbase.sourceLanguage, termbase.targetLanguage]
  const filled = languages.filter((language) => texts[language]?.trim())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(
      {
        languages: filled.map((language) => ({
          language,
          terms: [{ text: texts[language]!.trim(), administrativeStatus: 'preferredTerm-admn-sts' as const }],
        })),
      },
      { onSuccess: ({ id }) => navigate(`/termbases/${termbase.id}/concepts/${id}`) },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('concepts.new')}>
      <form className={styles.form} onSubmit={submit}>
        {languages.map((language, index) => (
          <Fragment key={language}>
            <TextInput
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              label={format.language(language)}
              lang={language}
              value={texts[language] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value
                setTexts((known) => ({ ...known, [language]: text }))
              }}
            />
            <DuplicateWarning termbase={termbase} language={language} text={texts[language] ?? ''} except={null} />
          </Fragment>
        ))}
        <ProblemLine problem={create.error} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={filled.length === 0}>
            {t('concepts.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
