import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useSentencePairs } from '../../api/documents.js'
import type { Passage, SentencePair, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Failed, Loading } from '../../parts/states.js'
import styles from './pair-reader.module.css'

/** The aligned sentences side by side. Only those in sight are drawn; `?pair=` in the address points at one of them. */
export function PairReader({ termbase, documentId }: { termbase: Termbase; documentId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [search] = useSearchParams()
  const wanted = search.has('pair') ? Number(search.get('pair')) : null
  const pairs = useSentencePairs(termbase.id, documentId)
  const items = useMemo(() => pairs.data?.pages.flatMap((page) => page.items) ?? [], [pairs.data])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 6,
    getItemKey: (index) => items[index]!.id,
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0
  const wantedIndex = wanted === null ? -1 : items.findIndex(({ position }) => position === wanted)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pairs

  useEffect(() => {
    const isMissing = wanted !== null && wantedIndex < 0
    if (hasNextPage && !isFetchingNextPage && (isMissing || lastDrawn >= items.length - 20)) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastDrawn, items.length, wanted, wantedIndex])
  useEffect(() => {
    if (wantedIndex < 0) return
    virtual.scrollToIndex(wantedIndex, { align: 'center' })
    scroller.current?.scrollIntoView({ block: 'center' })
  }, [wantedIndex, virtual])

  if (pairs.isPending) return <Loading />
  if (pairs.isError) return <Failed problem={pairs.error} retry={() => void pairs.refetch()} />
  return (
    <div ref={scroller} className={styles.reader} tabIndex={0} role="region" aria-label={t('document.sentences')}>
      <div className={styles.head} aria-hidden>
        <span />
        <span>{format.language(termbase.sourceLanguage)}</span>
        <span>{format.language(termbase.targetLanguage)}</span>
        <span>{t('document.alignment')}</span>
      </div>
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <div
            key={items[index]!.id}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.row}
            data-wanted={index === wantedIndex || undefined}
            style={{ transform: `translateY(${start}px)` }}
          >
            <PairLine termbase={termbase} pair={items[index]!} />
          </div>
        ))}
      </div>
    </div>
  )
}

function PairLine({ termbase, pair }: { termbase: Termbase; pair: SentencePair }) {
  const format = useFormat()
  return (
    <>
      <span className={styles.number}>{pair.position + 1}</span>
      <Side passage={pair.source} language={termbase.sourceLanguage} />
      <Side passage={pair.target} language={termbase.targetLanguage} />
      <span className={styles.score} data-low={pair.score < 0.4 || undefined}>
        {pair.source && pair.target ? format.percent(pair.score) : '–'}
      </span>
    </>
  )
}

function Side({ passage, language }: { passage: Passage | null; language: string }) {
  const { t } = useTranslation()
  if (!passage) return <span className={styles.missing}>{t('document.noCounterpart')}</span>
  return (
    <span lang={language} className={styles.text} title={t('document.line', { line: passage.line })}>
      {passage.text}
    </span>
  )
}
