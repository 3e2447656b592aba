import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConceptSearch } from '../../api/concepts.js'
import type { Concept, PlainTerm, Termbase } from '../../api/types.js'
import { TermLine } from '../../parts/term-line.js'

/** Choose a concept by any part of its terms. */
export function ConceptPicker({
  termbase,
  label,
  except,
  onPick,
}: {
  termbase: Termbase
  label: string
  /** The one that is being worked on. */
  except?: string
  onPick: (concept: Concept) => void
}) {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const [asked] = useDebouncedValue(q, 200)
  const found = useConceptSearch(termbase.id, asked)
  const concepts = q.trim() ? (found.data?.items ?? []).filter(({ id }) => id !== except) : []
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  return (
    <Select
      label={label}
      placeholder={t('concepts.searchHint')}
      searchable
      value={null}
      searchValue={q}
      onSearchChange={setQ}
      data={concepts.map(({ id, number }) => ({ value: id, label: String(number) }))}
      filter={({ options }) => options}
      nothingFoundMessage={q.trim() && !found.isFetching ? t('concepts.noMatch') : undefined}
      maxDropdownHeight={320}
      onChange={(id) => {
        const concept = id && byId.get(id)
        if (concept) onPick(concept)
        setQ('')
      }}
      renderOption={({ option }) => (
        <span>
          {option.label}{' '}
          <TermLine
            terms={termsOf(byId.get(option.value))}
            languages={[termbase.sourceLanguage, termbase.targetLanguage]}
          />
        </span>
      )}
    />
  )
}

export function termsOf(concept: Concept | undefined): PlainTerm[] {
  return (concept?.languages ?? []).flatMap(({ language, terms }) =>
    terms.map(({ text, administrativeStatus }) => ({ language, text, status: administrativeStatus })),
  )
}
