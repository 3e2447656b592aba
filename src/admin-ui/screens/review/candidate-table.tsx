import { Button, Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Author, CandidateRow, Termbase } from '../../api/types.js'
import { useDesk } from '../../parts/desk/desk.js'
import type { Lookers } from '../../parts/desk/live.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { StatusMark } from '../../parts/status-mark.js'
import styles from './candidate-table.module.css'
import { type Filters, isNarrowed, type Sort, unfiltered } from './filters.js'
import type { Rows } from './use-rows.js'
import type { Selection } from './use-selection.js'

const rowHeight = 36

/** The queue as a dense table. Only the rows in sight are drawn; decided ones stay in their place, greyed. */
export function CandidateTable({
  termbase,
  rows,
  selection,
  filters,
  onFilters,
  lookers,
}: {
  termbase: Termbase
  rows: Rows
  selection: Selection
  filters: Filters
  onFilters: (change: Partial<Filters>) => void
  lookers: Lookers
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const desk = useDesk()
  const scroller = useRef<HTMLDivElement>(null)
  const pick = useRef<Pick<Selection, 'goTo' | 'chooseTo' | 'toggle'>>(selection)
  useEffect(() => {
    pick.current = selection
  })
  const virtual = useVirtualizer({
    count: rows.items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 32,
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0

  useEffect(() => {
    if (lastDrawn >= rows.items.length - 60) rows.loadMore()
  }, [lastDrawn, rows])
  useEffect(() => {
    if (selection.index >= 0) virtual.scrollToIndex(selection.index, { align: 'auto' })
  }, [selection.index, virtual])

  const heading = (sort: Sort, label: ReactNode) => (
    <SortButton sort={sort} current={filters.sort} onSort={() => onFilters({ sort })}>
      {label}
    </SortButton>
  )
  const isEmpty = !rows.isPending && !rows.problem && rows.items.length === 0
  return (
    <div
      ref={scroller}
      className={styles.table}
      role="grid"
      tabIndex={0}
      data-queue
      aria-label={t('review.queue')}
      aria-multiselectable
      aria-busy={rows.isPending}
      aria-rowcount={(rows.total ?? rows.items.length) + 1}
      aria-activedescendant={selection.index >= 0 ? rowId(selection.index) : undefined}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        <span role="columnheader">
          <Checkbox
            size="xs"
            aria-label={t('review.chooseAll')}
            checked={selection.chosen.size > 0 && selection.chosen.size >= rows.items.length}
            indeterminate={selection.chosen.size > 0 && selection.chosen.size < rows.items.length}
            onChange={(event) => (event.currentTarget.checked ? selection.chooseAllLoaded() : selection.clear())}
          />
        </span>
        <span role="columnheader" aria-sort={filters.sort === 'score' ? 'descending' : 'none'}>
          {heading('score', t('review.score'))}
        </span>
        <span role="columnheader" aria-sort={filters.sort === 'source' ? 'ascending' : 'none'}>
          {heading('source', format.language(termbase.sourceLanguage))}
        </span>
        <span role="columnheader">{format.language(termbase.targetLanguage)}</span>
        <span role="columnheader" className={styles.kind}>
          {t('review.kind')}
        </span>
        <span
          role="columnheader"
          className={styles.frequency}
          aria-sort={filters.sort === 'frequency' ? 'descending' : 'none'}
        >
          {heading('frequency', t('review.frequency'))}
        </span>
        <span
          role="columnheader"
          className={styles.state}
          aria-sort={filters.sort === 'recent' ? 'descending' : 'none'}
        >
          {heading('recent', t('review.state'))}
        </span>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <Row
            key={rows.items[index]!.id}
            row={rows.items[index]!}
            index={index}
            top={start}
            termbase={termbase}
            isCurrent={selection.index === index}
            isChosen={selection.chosen.has(rows.items[index]!.id)}
            isPending={desk.isPending(rows.items[index]!.id)}
            isFailed={desk.failures.has(rows.items[index]!.id)}
            lookers={lookers.get(rows.items[index]!.id)}
            pick={pick}
          />
        ))}
      </div>
      {rows.isPending && <Loading />}
      {Boolean(rows.problem) && <Failed problem={rows.problem} retry={rows.refresh} />}
      {isEmpty && <NothingHere termbase={termbase} filters={filters} onFilters={onFilters} />}
    </div>
  )
}

interface RowProps {
  row: CandidateRow
  index: number
  top: number
  termbase: Termbase
  isCurrent: boolean
  isChosen: boolean
  isPending: boolean
  isFailed: boolean
  lookers: Author[] | undefined
  pick: RefObject<Pick<Selection, 'goTo' | 'chooseTo' | 'toggle'>>
}

/** Drawn again only when something about this row has changed: hundreds pass while one scrolls. */
const Row = memo(function Row(props: RowProps) {
  const { row, index, top, termbase, isCurrent, isChosen, pick } = props
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-current={isCurrent ? 'true' : undefined}
      className={styles.row}
      data-id={row.id}
      data-current={isCurrent || undefined}
      data-decided={row.state !== 'proposed' || undefined}
      data-chosen={isChosen || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => {
        if (event.shiftKey) pick.current.chooseTo(index)
        pick.current.goTo(row.id)
      }}
    >
      <span role="gridcell" className={styles.choose} onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('review.choose', { source: row.source, target: row.target })}
          checked={isChosen}
          onChange={() => pick.current.toggle(row.id)}
        />
      </span>
      <span role="gridcell" className={styles.score}>
        <span className={styles.scoreBar} style={{ width: `${Math.round(row.score * 34)}px` }} />
        {format.percent(row.score)}
      </span>
      <span role="gridcell" lang={termbase.sourceLanguage} className={styles.term} title={row.source}>
        {row.source}
      </span>
      <span role="gridcell" lang={termbase.targetLanguage} className={styles.term} title={row.target}>
        {row.target}
      </span>
      <span role="gridcell" className={styles.kind}>
        {t(`kind.${row.kind}`)}
      </span>
      <span role="gridcell" className={styles.frequency}>
        {format.number(row.frequency)}
      </span>
      <span role="gridcell" className={styles.state}>
        <RowState {...props} />
      </span>
    </div>
  )
})

function RowState({ row, lookers, isPending, isFailed }: RowProps) {
  const { t } = useTranslation()
  if (isFailed) {
    return (
      <span className={styles.failed}>
        <Icon name="warning" size={14} />
        {t('review.notSaved')}
      </span>
    )
  }
  if (row.state === 'proposed' && !isPending) {
    if (!lookers) return null
    const names = lookers.map(({ name }) => name).join(', ')
    return (
      <span className={styles.looking} title={t('review.alsoLooking', { names })}>
        <Icon name="person" size={14} />
        {names}
      </span>
    )
  }
  return (
    <span className={styles.saved} data-pending={isPending || undefined} title={row.lastDecision?.author.name}>
      <StatusMark of="candidate" status={row.state} />
      {isPending && <span className="visually-hidden">{t('review.pending')}</span>}
    </span>
  )
}

function SortButton({
  sort,
  current,
  onSort,
  children,
}: {
  sort: Sort
  current: Sort
  onSort: () => void
  children: ReactNode
}) {
  return (
    <button type="button" className={styles.sort} data-active={sort === current || undefined} onClick={onSort}>
      {children}
    </button>
  )
}

/** An empty list says why it is empty, and what to do about that. */
function NothingHere({
  termbase,
  filters,
  onFilters,
}: {
  termbase: Termbase
  filters: Filters
  onFilters: (change: Partial<Filters>) => void
}) {
  const { t } = useTranslation()
  if (termbase.counts.documents === 0) {
    return (
      <Empty title={t('review.noDocuments')} icon="upload" action={<UploadLink />}>
        {t('review.noDocumentsHint')}
      </Empty>
    )
  }
  if (isNarrowed(filters)) {
    return (
      <Empty
        title={t('review.noMatch')}
        icon="search"
        action={
          <Button
            variant="default"
            onClick={() => onFilters({ ...unfiltered, state: filters.state, view: filters.view })}
          >
            {t('review.clearFilters')}
          </Button>
        }
      />
    )
  }
  if (Object.values(termbase.counts.candidates).every((count) => count === 0)) {
    return (
      <Empty title={t('review.noneYet')} icon="clock" action={<UploadLink />}>
        {t('review.noneYetHint')}
      </Empty>
    )
  }
  if (filters.state !== 'proposed') return <Empty title={t('review.noneInState')} />
  return (
    <Empty title={t('review.allDecided')} icon="check" action={<UploadLink />}>
      {t('review.allDecidedHint')}
    </Empty>
  )
}

function UploadLink() {
  const { t } = useTranslation()
  return (
    <Button component={Link} to="../documents" relative="path">
      {t('task.documents')}
    </Button>
  )
}

const rowId = (index: number) => `candidate-${index}`
