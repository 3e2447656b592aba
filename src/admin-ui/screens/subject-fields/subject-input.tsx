import { Autocomplete } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSubjectFields } from '../../api/subject-fields.js'
import styles from './subject-input.module.css'
import { pathsOf } from './tree.js'

/** Choose from the tree by typing any part of a name or of what stands above it; another word is allowed, and said to be outside. */
export function SubjectInput({
  termbaseId,
  label,
  value,
  onChange,
}: {
  termbaseId: string
  label: string
  value: string | null | undefined
  onChange: (value: string | null) => void
}) {
  const { t } = useTranslation()
  const tree = useSubjectFields(termbaseId).data
  const lines = new Map(pathsOf(tree?.items ?? []).map((line) => [line.node.name, line]))
  const names = [...lines.keys(), ...(tree?.outside ?? []).map(({ name }) => name)]
  const isOutside = Boolean(value && tree && tree.items.length > 0 && !lines.has(value))
  return (
    <Autocomplete
      label={label}
      value={value ?? ''}
      onChange={(text) => onChange(text || null)}
      data={names}
      limit={300}
      description={isOutside ? t('subjects.outsideHint') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      comboboxProps={{ shadow: 'md' }}
      maxDropdownHeight={320}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase()
        if (!wanted || names.includes(search)) return options
        return options.filter(
          (option) =>
            'value' in option &&
            (lines.get(option.value)?.path ?? [option.value]).join(' ').toLowerCase().includes(wanted),
        )
      }}
      renderOption={({ option }) => {
        const line = lines.get(option.value)
        return (
          <span className={styles.option} style={{ paddingInlineStart: (line?.depth ?? 0) * 16 }}>
            {option.value}
            {!line && <span className={styles.outside}>{t('subjects.outside')}</span>}
          </span>
        )
      }}
    />
  )
}
