import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview, TableMapping } from '../../api/imports.js'
import { Section, Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import styles from './imports.module.css'

interface Props {
  fileName: string
  preview: ImportPreview
  isBusy: boolean
  problem: unknown
  onCancel: () => void
  onStart: (mapping: TableMapping) => void
}

/** What each column of a table means, beside its first values. */
export function MappingForm({ fileName, preview, isBusy, problem, onCancel, onStart }: Props) {
  const { t } = useTranslation()
  const { sourceLanguage, targetLanguage } = useCurrentTermbase()
  const table = preview.table!
  const [columns, setColumns] = useState(table.mapping.columns)
  const perLanguage = [sourceLanguage, targetLanguage].flatMap((tag) => [
    `term:${tag}`,
    `definition:${tag}`,
    `note:${tag}`,
  ])
  const guessed = table.columns.flatMap(({ guess }) => guess ?? [])
  const names = [...new Set([...preview.columnNames, ...perLanguage, ...guessed])]
  return (
    <Section title={t('imports.columns', { name: fileName })}>
      <Sheet>
        <div className={styles.scroll}>
          <table className={styles.mapping}>
            <thead>
              <tr>
                <th>{t('imports.column')}</th>
                <th>{t('imports.meaning')}</th>
                <th>{t('imports.samples')}</th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map(({ title, samples }, index) => (
                <tr key={index}>
                  <td>{title ?? index + 1}</td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('imports.meaningOf', { name: title ?? String(index + 1) })}
                      value={columns[index] ?? ''}
                      onChange={(event) => {
                        const { value } = event.currentTarget
                        setColumns((known) => known.with(index, value || null))
                      }}
                      data={[{ value: '', label: t('imports.leaveOut') }, ...names]}
                    />
                  </td>
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
          <Button loading={isBusy} onClick={() => onStart({ ...table.mapping, columns })}>
            {t('imports.compare')}
          </Button>
        </div>
      </Sheet>
    </Section>
  )
}
