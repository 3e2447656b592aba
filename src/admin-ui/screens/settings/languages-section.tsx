import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useChangeTermbase, useLanguageUses } from '../../api/settings.js'
import type { LanguageUse, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { useLanguageChoices } from '../../parts/language-names.js'
import { Section, Sheet } from '../../parts/page.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import type { SectionProps } from './about-section.js'
import styles from './settings.module.css'

/** The languages of a termbase with what uses them; one that nothing uses can be taken out. */
export function LanguagesSection({ termbase, isOpen }: SectionProps) {
  const { t } = useTranslation()
  const uses = useLanguageUses(termbase.id)
  const change = useChangeTermbase(termbase.id)
  return (
    <Section title={t('settings.languages')}>
      {uses.isPending && <Loading />}
      {uses.isError && <Failed problem={uses.error} retry={() => void uses.refetch()} />}
      {uses.data && (
        <Sheet>
          <ul className={styles.list}>
            {uses.data.items.map((use) => (
              <LanguageLine
                key={use.language}
                use={use}
                termbase={termbase}
                isOpen={isOpen}
                onRemove={() =>
                  change.mutate({ otherLanguages: termbase.otherLanguages.filter((other) => other !== use.language) })
                }
              />
            ))}
          </ul>
          {isOpen && (
            <AddLanguage
              known={uses.data.items.map(({ language }) => language)}
              isRunning={change.isPending}
              onAdd={(language) => change.mutate({ otherLanguages: [...termbase.otherLanguages, language] })}
            />
          )}
          <ProblemLine problem={change.error} />
        </Sheet>
      )}
    </Section>
  )
}

function LanguageLine({
  use: { language, concepts, terms, documents },
  termbase,
  isOpen,
  onRemove,
}: {
  use: LanguageUse
  termbase: Termbase
  isOpen: boolean
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const isUsed = concepts + documents > 0
  const isFurther = termbase.otherLanguages.includes(language)
  return (
    <li className={styles.line}>
      <div>
        <strong>{format.language(language)}</strong> <code className={styles.quiet}>{language}</code>
        <span className={styles.quiet}> {roleOf()}</span>
        <div className={styles.quiet}>
          {isUsed
            ? t('settings.languageUse', {
                concepts: format.number(concepts),
                terms: format.number(terms),
                documents: format.number(documents),
              })
            : t('settings.languageUnused')}
        </div>
      </div>
      {isOpen && isFurther && (
        <Button
          variant="default"
          disabled={isUsed}
          aria-label={t('settings.removeLanguage', { language: format.language(language) })}
          title={isUsed ? t('settings.languageInUse') : undefined}
          onClick={onRemove}
        >
          {t('settings.remove')}
        </Button>
      )}
      {!isFurther && concepts > 0 && (
        <Link to={`/termbases/${termbase.id}/concepts`} className={styles.quiet}>
          {t('task.concepts')}
        </Link>
      )}
    </li>
  )

  function roleOf(): string {
    if (language === termbase.sourceLanguage) return t('settings.sourceLanguage')
    if (language === termbase.targetLanguage) return t('settings.targetLanguage')
    return isFurther ? '' : t('settings.broughtLanguage')
  }
}

function AddLanguage({
  known,
  isRunning,
  onAdd,
}: {
  known: string[]
  isRunning: boolean
  onAdd: (language: string) => void
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const choices = useLanguageChoices().filter(({ value }) => !known.includes(value))
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) onAdd(chosen)
        setChosen(null)
      }}
    >
      <Select
        searchable
        size="xs"
        aria-label={t('settings.furtherLanguage')}
        placeholder={t('settings.furtherLanguage')}
        data={choices}
        value={chosen}
        onChange={setChosen}
      />
      <Button type="submit" variant="default" disabled={!chosen} loading={isRunning}>
        {t('settings.addLanguage')}
      </Button>
    </form>
  )
}
