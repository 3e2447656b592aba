import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useConcepts } from '../../api/concepts.js'
import { useCanEdit } from '../../api/session.js'
import type { Concept, ConceptStatus, Term } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { isStruck, StatusMark } from '../../parts/status-mark.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useKeys } from '../../parts/use-keys.js'
import { useTitle } from '../../parts/use-title.js'
import styles from './concepts-screen.module.css'
import { NewConceptDialog } from './new-concept-dialog.js'

const conceptStatuses = ['draft', 'approved', 'retired'] as const

/** The glossary as it grows: one concept a line, its terms in both languages, with their status. */
export function Component() {
  const { t } = useTranslation()
  const format = useFormat()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const [search, setSearch] = useSearchParams()
  const [isMaking, setMaking] = useState(false)
  const q = search.get('q') ?? ''
  const status = conceptStatuses.find((known) => known === search.get('status')) ?? ''
  const concepts = useConcepts(termbase.id, { q, status })
  const items = useMemo(() => concepts.data?.pages.flatMap((page) => page.items) ?? [], [concepts.data])
  const total = concepts.data?.pages[0]?.total
  useTitle(t('task.concepts'), termbase.name)
  useKeys({ '/': () => document.querySelector<HTMLInputElement>('[data-concept-search]')?.focus() })

  const set = (change: { q?: string; status?: string }) =>
    setSearch(
      (known) => {
        const next = new URLSearchParams(known)
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return (
    <div className={styles.screen}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('task.concepts')}</h1>
        <SearchField value={q} onChange={(value) => set({ q: value })} />
        <div className={styles.statuses} role="group" aria-label={t('concept.status')}>
          {(['', ...conceptStatuses] as const).map((value) => (
            <button key={value} type="button" aria-pressed={status === value} onClick={() => set({ status: value })}>
              {value ? t(`conceptStatus.${value}`) : t('review.all')}
            </button>
          ))}
        </div>
        <span className={styles.total} aria-live="polite">
          {total !== undefined && t('concepts.total', { count: total, shown: format.number(total) })}
        </span>
        {canEdit && (
          <Button variant="default" component={Link} to={`/termbases/${termbase.id}/imports`}>
            {t('imports.open')}
          </Button>
        )}
        {canEdit && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setMaking(true)}>
            {t('concepts.new')}
          </Button>
        )}
      </div>
      {concepts.isPending && <Loading />}
      {concepts.isError && <Failed problem={concepts.error} retry={() => void concepts.refetch()} />}
      {concepts.data && items.length === 0 && <None isFiltered={Boolean(q || status)} onClear={() => setSearch({})} />}
      {items.length > 0 && (
        <ConceptTable
          items={items}
          languages={[termbase.sourceLanguage, termbase.targetLanguage]}
          onEnd={() => {
            if (concepts.hasNextPage && !concepts.isFetchingNextPage) void concepts.fetchNextPage()
          }}
        />
      )}
      {isMaking && <NewConceptDialog termbase={termbase} onClose={() => setMaking(false)} />}
    </div>
  )
}

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

function ConceptTable({ items, languages, onEnd }: { items: Concept[]; languages: string[]; onEnd: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 10,
    getItemKey: (index) => items[index]!.id,
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastDrawn >= items.length - 30) onEnd()
  }, [lastDrawn, items.length, onEnd])
  return (
    <div ref={scroller} className={styles.table} role="table" aria-label={t('task.concepts')} tabIndex={0}>
      <div className={styles.head} role="row">
        <span role="columnheader">{t('concept.number')}</span>
        {languages.map((language) => (
          <span role="columnheader" key={language}>
            {format.language(language)}
          </span>
        ))}
        <span role="columnheader" className={styles.field}>
          {t('concept.subjectField')}
        </span>
        <span role="columnheader">{t('concept.status')}</span>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <div
            key={items[index]!.id}
            ref={virtual.measureElement}
            data-index={index}
            role="row"
            className={styles.row}
            style={{ transform: `translateY(${start}px)` }}
          >
            <ConceptCells concept={items[index]!} languages={languages} />
          </div>
        ))}
      </div>
    </div>
  )
}

function ConceptCells({ concept, languages }: { concept: Concept; languages: string[] }) {
  const { t } = useTranslation()
  const terms = (language: string) => concept.languages.find((section) => section.language === language)?.terms ?? []
  return (
    <>
      <span role="cell" className={styles.number}>
        <Link to={concept.id} aria-label={t('concept.open', { number: concept.number })} className={styles.open}>
          {concept.number}
        </Link>
      </span>
      {languages.map((language) => (
        <span role="cell" key={language} lang={language} className={styles.terms}>
          <Terms terms={terms(language)} />
        </span>
      ))}
      <span role="cell" className={styles.field}>
        {concept.subjectField}
      </span>
      <span role="cell">
        <StatusMark of="concept" status={concept.status as ConceptStatus} />
      </span>
    </>
  )
}

/** The preferred term first and strong, the others after it; forbidden ones struck through. */
function Terms({ terms }: { terms: Term[] }) {
  return terms.map(({ text, administrativeStatus }, index) => (
    <span
      key={text}
      className={isStruck(administrativeStatus) ? styles.struck : index > 0 ? styles.other : styles.first}
    >
      {text}
    </span>
  ))
}

function None({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation()
  if (isFiltered) {
    return (
      <Empty
        icon="search"
        title={t('concepts.noMatch')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('review.clearFilters')}
          </Button>
        }
      />
    )
  }
  return (
    <Empty
      title={t('concepts.none')}
      action={
        <Button component={Link} to="../review" relative="path">
          {t('concepts.toReview')}
        </Button>
      }
    >
      {t('concepts.noneHint')}
    </Empty>
  )
}
