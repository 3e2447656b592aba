import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldMapping, ImportPreview } from '../../api/imports.js'
import { useFormat } from '../../parts/format.js'
import { Section, Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './imports.module.css'

interface Props {
  fileName: string
  preview: ImportPreview
  isBusy: boolean
  problem: unknown
  onCancel: () => void
  onStart: (fields: FieldMapping) => void
}

/** What each field of a MultiTerm termbase means, beside its first values; its names are whatever its makers chose. */
export function FieldsForm({ fileName, preview, isBusy, problem, onCancel, onStart }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { concepts, languages, fields } = preview.multiterm!
  const [meanings, setMeanings] = useState<FieldMapping>(() =>
    Object.fromEntries(fields.map(({ name, category }) => [name, category ?? name])),
  )
  const labelOf = (name: string) => t(`field.${name}` as 'field.definition', { defaultValue: name })
  const choices = preview.categoryNames.map((value) => ({ value, label: labelOf(value) }))
  const choicesFor = (name: string, guess: string | null) => [
    { value: '', label: t('imports.leaveOut') },
    ...(preview.categoryNames.includes(name) ? [] : [{ value: name, label: t('imports.keepField') }]),
    ...choices,
    ...(guess === null || guess === name || preview.categoryNames.includes(guess)
      ? []
      : [{ value: guess, label: labelOf(guess) }]),
  ]
  return (
    <Section title={t('imports.fields', { name: fileName })}>
      <p>
        {t('imports.fieldsLead', {
          count: concepts,
          shown: format.number(concepts),
          languages: languages.join(', '),
        })}
      </p>
      <Sheet>
        <div className={styles.scroll}>
          <table className={styles.mapping}>
            <thead>
              <tr>
                <th>{t('imports.field')}</th>
                <th>{t('imports.meaning')}</th>
                <th>{t('imports.times')}</th>
                <th>{t('imports.samples')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ name, count, samples, category }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('imports.meaningOf', { name })}
                      value={meanings[name] ?? ''}
                      onChange={(event) => {
                        const { value } = event.currentTarget
                        setMeanings((known) => ({ ...known, [name]: value }))
                      }}
                      data={choicesFor(name, category)}
                    />
                  </td>
                  <td>{format.number(count)}</td>
                  <td className={styles.samples}>{samples.join(' | ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className={styles.foot}>
          <ProblemLine problem={problem} />
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => onStart(meanings)}>
            {t('imports.compare')}
          </Button>
        </div>
      </Sheet>
    </Section>
  )
}
