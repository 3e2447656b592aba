import { Button, NativeSelect, Popover, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSubjectFields } from '../../api/subject-fields.js'
import { administrativeStatuses, type ConceptCounts, type Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { pathsOf } from '../subject-fields/tree.js'
import { type ConceptFilters, countOfMore, isNarrowed, sorts, spans, statuses } from './concept-filters.js'
import styles from './concept-filter-bar.module.css'

type Change = (change: Partial<ConceptFilters>) => void

/** What part of the glossary is shown, each choice with how many concepts it would show. */
export function ConceptFilterBar({
  termbase,
  filters,
  counts,
  onChange,
  onClear,
}: {
  termbase: Termbase
  filters: ConceptFilters
  counts: ConceptCounts | undefined
  onChange: Change
  onClear: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const inUse = counts && (counts.status['draft'] ?? 0) + (counts.status['approved'] ?? 0)
  const countOf = (status: string) => (status ? (counts?.status[status] ?? 0) : inUse)
  return (
    <div className={styles.bar} role="search" aria-label={t('concepts.filters')}>
      <SearchField value={filters.q} onChange={(q) => onChange({ q })} />
      <div className={styles.statuses} role="group" aria-label={t('concept.status')}>
        {(['', ...statuses] as const).map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={filters.status === value}
            onClick={() => onChange({ status: value })}
          >
            {value ? t(`conceptStatus.${value}`) : t('concepts.inUse')}
            <span className={styles.count}>{counts ? format.number(countOf(value) ?? 0) : ' '}</span>
          </button>
        ))}
      </div>
      <MoreFilters termbase={termbase} filters={filters} counts={counts} onChange={onChange} />
      <NativeSelect
        size="xs"
        aria-label={t('concepts.sort')}
        value={filters.sort}
        onChange={(event) => onChange({ sort: event.currentTarget.value })}
        data={[
          { value: '', label: t(filters.q ? 'concepts.sortBy.relevance' : 'concepts.sortBy.number') },
          ...sorts
            .filter((sort) => sort !== 'relevance' && (filters.q || sort !== 'number'))
            .map((sort) => ({ value: sort, label: t(`concepts.sortBy.${sort}`) })),
        ]}
      />
      {isNarrowed(filters) && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('review.clearFilters')}
        </Button>
      )}
    </div>
  )
}

function MoreFilters({
  termbase,
  filters,
  counts,
  onChange,
}: {
  termbase: Termbase
  filters: ConceptFilters
  counts: ConceptCounts | undefined
  onChange: Change
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const tree = useSubjectFields(termbase.id).data
  const active = countOfMore(filters)
  const option = (value: string, label: string, count: number | undefined) => ({
    value,
    label: counts ? `${label} (${format.number(count ?? 0)})` : label,
  })
  const select = (name: keyof ConceptFilters, label: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      size="xs"
      label={label}
      value={filters[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      data={[{ value: '', label: t('concepts.any') }, ...withChosen(options, filters[name])]}
    />
  )
  /** What concepts say there, most often first; last those that say nothing. */
  const said = (name: 'customerSubset' | 'projectSubset') => {
    const found = Object.entries(counts?.[name] ?? {}).filter(([value]) => value !== '-')
    const most = found.toSorted(([, a], [, b]) => b - a).slice(0, 100)
    return [...most.map(([value, count]) => option(value, value, count)), nothing(counts?.[name]['-'])]
  }
  const nothing = (count: number | undefined) => option('-', t('concepts.saysNothing'), count)
  const yesOrNo = (name: 'definition' | 'openComments') => [
    option('true', t(`concepts.${name}Yes`), counts?.[name]['true']),
    option('false', t(`concepts.${name}No`), counts?.[name]['false']),
  ]
  return (
    <Popover position="bottom-start" width={320} trapFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <Button variant={active ? 'light' : 'default'} aria-haspopup="dialog" onClick={() => setOpen(!isOpen)}>
          {active ? t('review.filtersSet', { count: active }) : t('review.moreFilters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.more!} aria-label={t('review.moreFilters')}>
        {select('subjectField', t('concept.subjectField'), [
          ...pathsOf(tree?.items ?? []).map(({ node, depth }) =>
            option(node.name, '\u2003'.repeat(depth) + node.name, counts?.subjectField[node.name]),
          ),
          ...(tree?.outside ?? []).map(({ name }) => option(name, name, counts?.subjectField[name])),
          nothing(counts?.subjectField['-']),
        ])}
        {select(
          'missing',
          t('concepts.missing'),
          Object.entries(counts?.missing ?? {}).map(([tag, count]) => option(tag, format.language(tag), count)),
        )}
        {select(
          'termStatus',
          t('concepts.termStatus'),
          administrativeStatuses.map((status) => option(status, t(`termStatus.${status}`), counts?.termStatus[status])),
        )}
        {select('definition', t('concept.definition'), yesOrNo('definition'))}
        {select('openComments', t('comments.title'), yesOrNo('openComments'))}
        {select('customerSubset', t('field.customerSubset'), said('customerSubset'))}
        {select('projectSubset', t('field.projectSubset'), said('projectSubset'))}
        {select(
          'updatedBy',
          t('concepts.updatedBy'),
          (counts?.people ?? []).map(({ id, name }) => option(id, name, counts?.updatedBy[id])),
        )}
        {select(
          'since',
          t('concepts.since'),
          Object.keys(spans).map((span) => ({ value: span, label: t(`concepts.span.${span as keyof typeof spans}`) })),
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** What is set stays among the choices also when nothing matches it any more. */
function withChosen(options: { value: string; label: string }[], value: string): { value: string; label: string }[] {
  return !value || options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options]
}

/** Searches a moment after the last key. */
function SearchField({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const search = useDebouncedCallback(onChange, 200)
  useEffect(() => setText(value), [value])
  return (
    <TextInput
      type="search"
      size="xs"
      data-concept-search
      className={styles.search!}
      aria-label={t('concepts.search')}
      placeholder={t('concepts.searchHint')}
      leftSection={<Icon name="search" size={14} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
    />
  )
}
