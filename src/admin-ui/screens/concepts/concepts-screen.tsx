import { Button, Checkbox, Menu } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { type ConceptQuery, useConceptCounts, useConcepts } from '../../api/concepts.js'
import { useCanEdit } from '../../api/session.js'
import type { Concept, ConceptStatus, Term, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { isStruck, StatusMark } from '../../parts/status-mark.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useKeys } from '../../parts/use-keys.js'
import { useTitle } from '../../parts/use-title.js'
import { BatchesDialog } from './batches-dialog.js'
import { BulkDialog } from './bulk-dialog.js'
import { ConceptFilterBar } from './concept-filter-bar.js'
import { filtersOf, isNarrowed } from './concept-filters.js'
import styles from './concepts-screen.module.css'
import { NewConceptDialog } from './new-concept-dialog.js'
import { useConceptFilters } from './use-concept-filters.js'

type Open = 'new' | 'bulk' | 'batches' | null

/** The glossary as it grows: one concept a line, its terms in both languages, with their status. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const { filters, query, setFilters } = useConceptFilters()
  const [open, setOpen] = useState<Open>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const concepts = useConcepts(termbase.id, { ...query, sort: filters.sort })
  const counts = useConceptCounts(termbase.id, query).data
  const items = useMemo(() => concepts.data?.pages.flatMap((page) => page.items) ?? [], [concepts.data])
  const first = concepts.data?.pages[0]
  useTitle(t('task.concepts'), termbase.name)
  useKeys({
    '/': () => document.querySelector<HTMLInputElement>('[data-concept-search]')?.focus(),
    n: () => {
      if (canEdit) setOpen('new')
    },
  })
  const clear = () => setFilters({ ...filtersOf(new URLSearchParams()), sort: filters.sort })
  const toggle = (id: string) => setSelected((known) => (known.has(id) ? without(known, id) : new Set([...known, id])))
  return (
    <div className={styles.screen}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('task.concepts')}</h1>
        <ConceptFilterBar termbase={termbase} filters={filters} counts={counts} onChange={setFilters} onClear={clear} />
        <Total total={first?.total} isNear={first?.near === true} q={filters.q} />
        {canEdit && (
          <Actions total={first?.total} selected={selected} onOpen={setOpen} onNone={() => setSelected(new Set())} />
        )}
      </div>
      {concepts.isPending && <Loading />}
      {concepts.isError && <Failed problem={concepts.error} retry={() => void concepts.refetch()} />}
      {concepts.data && items.length === 0 && <None isFiltered={isNarrowed(filters)} onClear={clear} />}
      {items.length > 0 && (
        <ConceptTable
          items={items}
          languages={[termbase.sourceLanguage, termbase.targetLanguage]}
          selected={selected}
          onToggle={canEdit ? toggle : undefined}
          onEnd={() => {
            if (concepts.hasNextPage && !concepts.isFetchingNextPage) void concepts.fetchNextPage()
          }}
        />
      )}
      <Opened open={open} termbase={termbase} filter={chosenBy(selected, query)} onClose={() => setOpen(null)} />
    </div>
  )
}

/** What is ticked, or else all that the filters find. */
function chosenBy(selected: ReadonlySet<string>, query: ConceptQuery): ConceptQuery {
  return selected.size > 0 ? { ids: [...selected].join(','), status: 'draft,approved,retired' } : query
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((one) => one !== id))
}

function Opened({
  open,
  termbase,
  filter,
  onClose,
}: {
  open: Open
  termbase: Termbase
  filter: ConceptQuery
  onClose: () => void
}) {
  if (open === 'new') return <NewConceptDialog termbase={termbase} onClose={onClose} />
  if (open === 'bulk') return <BulkDialog termbase={termbase} filter={filter} onClose={onClose} />
  if (open === 'batches') return <BatchesDialog termbaseId={termbase.id} onClose={onClose} />
  return null
}

function Total({ total, isNear, q }: { total: number | undefined; isNear: boolean; q: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className={styles.total} aria-live="polite">
      {total !== undefined && t('concepts.total', { count: total, shown: format.number(total) })}
      {isNear && ` · ${t('concepts.near', { q })}`}
    </span>
  )
}

/** What can be done with the list: the one thing done most is a button, the rest a menu. */
function Actions({
  total,
  selected,
  onOpen,
  onNone,
}: {
  total: number | undefined
  selected: ReadonlySet<string>
  onOpen: (open: Open) => void
  onNone: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const count = selected.size || (total ?? 0)
  const [one, other] = selected
  return (
    <div className={styles.actions}>
      {selected.size > 0 && (
        <Button variant="subtle" color="gray" onClick={onNone}>
          {t('concepts.selectNone')}
        </Button>
      )}
      {selected.size === 2 && (
        <Button variant="default" onClick={() => void navigate(`${one}/merge?with=${other}`)}>
          {t('merge.two')}
        </Button>
      )}
      <Button variant="default" disabled={count === 0} onClick={() => onOpen('bulk')}>
        {t(selected.size > 0 ? 'bulk.openSelected' : 'bulk.open', { shown: format.number(count) })}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="chevron" size={12} />}>
            {t('concepts.moreActions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to="../imports" relative="path">
            {t('imports.open')}
          </Menu.Item>
          <Menu.Item component={Link} to="../subject-fields" relative="path">
            {t('subjects.title')}
          </Menu.Item>
          <Menu.Item onClick={() => onOpen('batches')}>{t('batches.title')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<Icon name="plus" size={14} />} aria-keyshortcuts="n" onClick={() => onOpen('new')}>
        {t('concepts.new')}
      </Button>
    </div>
  )
}

function ConceptTable({
  items,
  languages,
  selected,
  onToggle,
  onEnd,
}: {
  items: Concept[]
  languages: string[]
  selected: ReadonlySet<string>
  onToggle: ((id: string) => void) | undefined
  onEnd: () => void
}) {
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
        <span role="columnheader">
          <span className="visually-hidden">{t('concepts.selected')}</span>
        </span>
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
            <span role="cell" className={styles.tick}>
              {onToggle && (
                <Checkbox
                  size="sm"
                  aria-label={t('concepts.select', { number: items[index]!.number })}
                  checked={selected.has(items[index]!.id)}
                  onChange={() => onToggle(items[index]!.id)}
                />
              )}
            </span>
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
      key={`${index} ${text}`}
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
