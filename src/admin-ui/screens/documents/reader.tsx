import { useDebouncedValue } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { pageSize, useAlign, useAlignmentEdits, useRowsInSight, useTextSearch } from '../../api/reading.js'
import { useCanEdit } from '../../api/session.js'
import type { AlignmentWish, SentencePair, SourceDocument, TermMark, Termbase, TextSide } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Failed } from '../../parts/states.js'
import { useKeys } from '../../parts/use-keys.js'
import { AlignBar, type AlignActions, type Hits, ReaderBar, type Shown } from './reader-bar.js'
import { ReaderKeys } from './reader-keys.js'
import styles from './reader.module.css'
import { SplitDialog } from './split-dialog.js'
import { TermText } from './term-text.js'
import { usePlace } from './use-place.js'

/**
 * The aligned sentences of a document side by side, their terms marked. Only those in sight are asked for and drawn, so that a long
 * document opens at any place; `?pair=` in the address points at one row, `?q=` at the rows with a text. Editors correct the alignment here.
 */
export function Reader({ termbase, document }: { termbase: Termbase; document: SourceDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  const canEdit = useCanEdit()
  const [total, setTotal] = useState(document.pairCount)
  const { place, go } = usePlace(total)
  const [side, setSide] = useState<TextSide>('target')
  const [dialog, setDialog] = useState<'split' | 'keys' | null>(null)
  const [shown, setShown] = useState<Shown>({ approved: true, candidate: true, forbidden: true })

  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 6,
    initialOffset: () => (place ?? 0) * 76,
  })
  const drawn = virtual.getVirtualItems()
  const pages = usePagesOf(drawn[0]?.index ?? place ?? 0, drawn.at(-1)?.index ?? place ?? 0, place)
  const candidate = useSearchParams()[0].get('candidate') ?? undefined
  const rows = useRowsInSight(termbase.id, document.id, pages, candidate)
  useEffect(() => {
    if (rows.total !== undefined) setTotal(rows.total)
  }, [rows.total])
  const current = place === null ? undefined : rows.at(place)
  useScrollTo({ scroller, place, isThere: current !== undefined, virtual })

  const search = useSearch(termbase.id, document.id, place, go)
  const correction = useCorrection({
    termbase,
    document,
    current,
    side,
    isOff: !canEdit,
    openSplit: () => setDialog('split'),
  })
  const screen = Math.max(1, drawn.length - 12)
  useKeys({
    j: () => go((place ?? -1) + 1),
    ArrowDown: () => go((place ?? -1) + 1),
    k: () => go((place ?? 1) - 1),
    ArrowUp: () => go((place ?? 1) - 1),
    PageDown: () => go((place ?? 0) + screen),
    PageUp: () => go((place ?? 0) - screen),
    Home: () => go(0),
    End: () => go(total - 1),
    ArrowLeft: () => setSide('source'),
    ArrowRight: () => setSide('target'),
    '/': () => window.document.querySelector<HTMLInputElement>('[data-reader-search]')?.focus(),
    n: () => search.hits?.step(1),
    'Shift+n': () => search.hits?.step(-1),
    '?': () => setDialog('keys'),
    ...correction.keys,
  })

  if (rows.problem) return <Failed problem={rows.problem} retry={rows.again} />
  return (
    <div className={styles.frame}>
      <ReaderBar
        q={search.q}
        onSearch={search.setQ}
        hits={search.hits}
        shown={shown}
        onShow={(kind) => setShown((known) => ({ ...known, [kind]: !known[kind] }))}
        onKeys={() => setDialog('keys')}
      />
      <div className={styles.head} aria-hidden>
        <span />
        <span>{format.language(termbase.sourceLanguage)}</span>
        <span>{format.language(termbase.targetLanguage)}</span>
        <span className={styles.score}>{t('document.alignment')}</span>
      </div>
      <div ref={scroller} className={styles.reader} tabIndex={0} role="region" aria-label={t('document.sentences')}>
        <div className={styles.rows} role="list" style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => (
            <Row
              key={index}
              termbase={termbase}
              pair={rows.at(index)}
              position={index}
              start={start}
              measure={virtual.measureElement}
              marks={rows.at(index) ? rows.marksOf(rows.at(index)!.id).filter(({ kind }) => shown[kind]) : []}
              query={search.asked.toLowerCase()}
              candidate={candidate}
              side={index === place ? side : null}
              onChoose={(chosen) => {
                go(index)
                if (chosen) setSide(chosen)
              }}
            />
          ))}
        </div>
      </div>
      {canEdit && (
        <AlignBar
          row={current ? place : null}
          actions={correction.actions}
          isRunning={correction.isRunning}
          outcome={correction.outcome}
          problem={correction.problem}
          last={correction.last}
        />
      )}
      {dialog === 'keys' && <ReaderKeys onClose={() => setDialog(null)} />}
      {dialog === 'split' && current && (
        <SplitDialog
          termbase={termbase}
          pair={current}
          onClose={() => setDialog(null)}
          onSplit={(cuts) => {
            setDialog(null)
            correction.apply({ kind: 'split', ...cuts })
          }}
        />
      )}
    </div>
  )
}

/** The pages that hold the rows in sight and the one that one stands on. */
function usePagesOf(first: number, last: number, place: number | null): number[] {
  const [from, to] = [Math.floor(first / pageSize), Math.floor(last / pageSize)]
  const own = place === null ? from : Math.floor(place / pageSize)
  return useMemo(() => {
    const pages = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    return pages.includes(own) ? pages : [...pages, own]
  }, [from, to, own])
}

/** Keeps the row in sight. Somebody who comes by a link sees it in the middle of the screen, before and after the rows have their text. */
function useScrollTo({
  scroller,
  place,
  isThere,
  virtual,
}: {
  scroller: React.RefObject<HTMLDivElement | null>
  place: number | null
  isThere: boolean
  virtual: { scrollToIndex: (index: number, options: { align: 'center' | 'auto' }) => void }
}): void {
  const [search] = useSearchParams()
  const wanted = search.has('pair') ? Number(search.get('pair')) : null
  const arrived = useRef<number | null>(null)
  useEffect(() => {
    if (place === null) return undefined
    const arrives = place === wanted && arrived.current !== wanted
    if (arrives) scroller.current?.scrollIntoView({ block: 'center' })
    if (arrives && isThere) arrived.current = wanted
    // Rows that have just got their text get their height with the next frame.
    const frame = requestAnimationFrame(() => virtual.scrollToIndex(place, { align: arrives ? 'center' : 'auto' }))
    return () => cancelAnimationFrame(frame)
  }, [wanted, place, isThere, virtual, scroller])
}

/** What is searched for, `?q=` in the address, and the steps from hit to hit. */
function useSearch(termbaseId: string, documentId: string, place: number | null, go: (position: number) => void) {
  const [search] = useSearchParams()
  const [q, setQ] = useState(search.get('q') ?? '')
  const stays = useRef(search.has('q') && search.has('pair'))
  const [asked] = useDebouncedValue(q.trim(), 200)
  const found = useTextSearch(termbaseId, documentId, asked).data
  const positions = asked ? found?.positions : undefined
  const first = positions?.[0]
  useEffect(() => {
    const address = new URL(window.location.href)
    if (asked) address.searchParams.set('q', asked)
    else address.searchParams.delete('q')
    window.history.replaceState(window.history.state, '', address)
  }, [asked])
  useEffect(() => {
    // Who comes back to a row among the hits stays on it.
    if (first !== undefined && !stays.current) go(first)
    if (first !== undefined) stays.current = false
    // Only a new search leads to its first hit.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, first])
  const hits: Hits | null = positions
    ? {
        total: found!.total,
        index: Math.max(
          0,
          positions.findLastIndex((position) => position <= (place ?? 0)),
        ),
        step: (by) => {
          const here = place ?? -1
          const next =
            by > 0 ? positions.find((position) => position > here) : positions.findLast((position) => position < here)
          const around = by > 0 ? positions[0] : positions.at(-1)
          if (next !== undefined || around !== undefined) go((next ?? around)!)
        },
      }
    : null
  return { q, setQ, asked, hits }
}

/** Merge, split, shift and undo, by button and by key; one at a time. */
function useCorrection({
  termbase,
  document,
  current,
  side,
  isOff,
  openSplit,
}: {
  termbase: Termbase
  document: SourceDocument
  current: SentencePair | undefined
  side: TextSide
  isOff: boolean
  openSplit: () => void
}) {
  const format = useFormat()
  const align = useAlign(termbase.id, document)
  const last = useAlignmentEdits(termbase.id, document.id).data?.find(({ undoneAt }) => !undoneAt)
  const apply = (wish: AlignmentWish) => {
    if (current && !isOff && !align.isPending) align.mutate({ ...wish, pair: current.id })
  }
  const shift = (to: 'previous' | 'next', column: boolean) => {
    if (current?.[side]) apply({ kind: 'shift', side, to, column })
  }
  const actions: AlignActions = {
    sideName: format.language(side === 'source' ? termbase.sourceLanguage : termbase.targetLanguage),
    merge: () => apply({ kind: 'merge' }),
    split: () => current && !isOff && openSplit(),
    shift,
    undo: () => last && !isOff && !align.isPending && align.mutate(null),
  }
  return {
    actions,
    apply,
    last,
    isRunning: align.isPending,
    outcome: align.data,
    problem: align.error,
    keys: {
      m: actions.merge,
      s: actions.split,
      u: actions.undo,
      'Ctrl+z': actions.undo,
      'Shift+ArrowUp': () => shift('previous', false),
      'Shift+ArrowDown': () => shift('next', false),
      'Ctrl+Shift+ArrowUp': () => shift('previous', true),
      'Ctrl+Shift+ArrowDown': () => shift('next', true),
    },
  }
}

function Row({
  termbase,
  pair,
  position,
  start,
  measure,
  marks,
  query,
  candidate,
  side,
  onChoose,
}: {
  termbase: Termbase
  pair: SentencePair | undefined
  position: number
  start: number
  measure: (element: Element | null) => void
  marks: TermMark[]
  query: string
  /** The pair that a link led here for. */
  candidate: string | undefined
  /** The side that would move, in the row one stands on. */
  side: TextSide | null
  onChoose: (side: TextSide | null) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const choose = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-side]')
    onChoose((cell?.dataset['side'] as TextSide | undefined) ?? null)
  }
  const languages = { source: termbase.sourceLanguage, target: termbase.targetLanguage }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the arrow keys choose rows, for the whole screen
    <div
      ref={measure}
      role="listitem"
      data-index={position}
      className={styles.row}
      data-current={side !== null || undefined}
      aria-current={side !== null || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={choose}
    >
      <span className={styles.number}>{position + 1}</span>
      {(['source', 'target'] as const).map((one) => (
        <div key={one} data-side={one} data-chosen={side === one || undefined} className={styles.cell}>
          {pair?.[one] ? (
            <TermText
              text={pair[one].text}
              lang={languages[one]}
              marks={marks.filter((mark) => mark.side === one)}
              home={`/termbases/${termbase.id}`}
              query={query}
              candidate={candidate}
              isCurrent={side !== null}
            />
          ) : (
            <span className={styles.missing}>{pair ? t('document.noCounterpart') : ' '}</span>
          )}
        </div>
      ))}
      <span className={styles.score} data-low={(pair && pair.score < 0.4) || undefined}>
        {pair?.alignedBy ? (
          <span title={t('document.alignedBy', { name: pair.alignedBy.name })}>
            <Icon name="person" size={14} />
            <span className="visually-hidden">{t('document.alignedBy', { name: pair.alignedBy.name })}</span>
          </span>
        ) : pair?.source && pair.target ? (
          format.percent(pair.score)
        ) : (
          '–'
        )}
      </span>
    </div>
  )
}
