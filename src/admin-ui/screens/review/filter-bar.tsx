import { ActionIcon, CloseButton, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounts } from '../../api/candidates.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Strictness } from '../ranking/strictness.js'
import { type Filters, isNarrowed, kinds, queryOf, states, unfiltered } from './filters.js'
import styles from './filter-bar.module.css'
import { MoreFilters } from './more-filters.js'
import { ViewsMenu } from './views-menu.js'

/** What is shown, with how many there are of each. */
export function FilterBar({
  termbaseId,
  filters,
  onChange,
  onKeys,
}: {
  termbaseId: string
  filters: Filters
  onChange: (change: Partial<Filters>) => void
  onKeys: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const counts = useCounts(termbaseId, queryOf(filters)).data
  const allStates = counts?.state && Object.values(counts.state).reduce((sum, count) => sum + count, 0)
  const withCount = (label: string, count: number | undefined) =>
    count === undefined ? label : `${label} (${format.number(count)})`

  return (
    <div className={styles.bar} role="search" aria-label={t('review.filters')}>
      <div className={styles.states} role="group" aria-label={t('review.state')}>
        {states.map((state) => (
          <button
            key={state}
            type="button"
            className={styles.state}
            aria-pressed={filters.state === state}
            onClick={() => onChange({ state })}
          >
            {state === 'all' ? t('review.all') : t(`candidateState.${state}`)}
            <span className={styles.count}>
              {counts?.state ? format.number(state === 'all' ? (allStates ?? 0) : (counts.state[state] ?? 0)) : ' '}
            </span>
          </button>
        ))}
      </div>
      <div className={styles.fields}>
        <NativeSelect
          size="xs"
          aria-label={t('review.kind')}
          value={filters.kind}
          onChange={(event) => onChange({ kind: event.currentTarget.value as Filters['kind'] })}
          data={[
            { value: '', label: t('review.anyKind') },
            ...kinds.map((kind) => ({
              value: kind,
              label: withCount(t(`kind.${kind}`), counts?.kind && (counts.kind[kind] ?? 0)),
            })),
          ]}
        />
        <Strictness
          termbaseId={termbaseId}
          query={queryOf(filters)}
          minScore={filters.minScore}
          onChange={(minScore) => onChange({ minScore })}
        />
        <MoreFilters termbaseId={termbaseId} filters={filters} onChange={onChange} />
        <SearchField value={filters.q} onChange={(q) => onChange({ q })} />
        <CloseButton
          size="sm"
          aria-label={t('review.clearFilters')}
          title={t('review.clearFilters')}
          style={{ visibility: isNarrowed(filters) ? 'visible' : 'hidden' }}
          onClick={() => onChange({ ...unfiltered, state: filters.state, sort: filters.sort, view: filters.view })}
        />
        <ViewsMenu termbaseId={termbaseId} filters={filters} onChange={onChange} />
        <Tooltip label={t(filters.view === 'card' ? 'review.asList' : 'review.asCards')}>
          <ActionIcon
            variant={filters.view === 'card' ? 'light' : 'subtle'}
            color="gray"
            aria-label={t('review.asCards')}
            aria-pressed={filters.view === 'card'}
            aria-keyshortcuts="f"
            onClick={() => onChange({ view: filters.view === 'card' ? 'list' : 'card' })}
          >
            <Icon name="card" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('review.keys')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('review.keys')} onClick={onKeys}>
            <Icon name="keyboard" />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}

/** Searches a moment after the last key. Esc gives the keyboard back to the list. */
function SearchField({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const search = useDebouncedCallback(onChange, 250)
  useEffect(() => setText(value), [value])
  return (
    <TextInput
      size="xs"
      type="search"
      data-queue-search
      className={styles.search!}
      aria-label={t('review.search')}
      placeholder={t('review.searchHint')}
      leftSection={<Icon name="search" size={14} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        event.preventDefault()
        document.querySelector<HTMLElement>('[data-queue]')?.focus()
      }}
    />
  )
}
