import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type GlossaryImport, type ImportDecision, type ImportEntry, useDecide } from '../../api/imports.js'
import { useKeys } from '../../parts/use-keys.js'
import { ProblemLine } from '../../parts/states.js'
import { answers } from './decisions.js'
import { decisionOf, EntryCard } from './entry-card.js'
import styles from './imports.module.css'

interface Props {
  one: GlossaryImport
  items: ImportEntry[]
  total: number
  canDecide: boolean
  onEnd: () => void
}

/** As many entries as a file has: only those in sight are drawn. One is current, and keys decide it. */
export function EntryList({ one, items, total, canDecide, onEnd }: Props) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const decide = useDecide(one.termbaseId, one.id)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 132,
    overscan: 6,
    getItemKey: (index) => items[index]!.position,
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastDrawn >= items.length - 30) onEnd()
  }, [lastDrawn, items.length, onEnd])

  const go = (index: number) => {
    const next = Math.max(0, Math.min(items.length - 1, index))
    setCurrent(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  const entry = items[Math.min(current, items.length - 1)]
  const say = (decision: ImportDecision | null) =>
    entry && canDecide && decide.mutate({ chosen: { positions: [entry.position] }, decision })
  const answer = (number: number) => {
    const action = entry && answers[entry.verdict]?.[number - 1]
    if (!action) return
    say(decisionOf(action, entry))
    go(current + 1)
  }
  const nextOffer = () => {
    const ids = entry?.offers.map(({ conceptId }) => conceptId) ?? []
    if (ids.length === 0) return
    const known = entry!.decision?.action === 'merge' ? ids.indexOf(entry!.decision.into ?? ids[0]!) : -1
    say({ action: 'merge', into: ids[(known + 1) % ids.length]! })
  }
  const nextOpen = () => {
    const open = items.findIndex((one, index) => index > current && one.decision === null && answers[one.verdict])
    if (open !== -1) go(open)
  }
  useKeys({
    j: () => go(current + 1),
    ArrowDown: () => go(current + 1),
    k: () => go(current - 1),
    ArrowUp: () => go(current - 1),
    n: nextOpen,
    o: nextOffer,
    1: () => answer(1),
    2: () => answer(2),
    3: () => answer(3),
    4: () => answer(4),
    0: () => say(null),
  })
  return (
    <>
      {canDecide && <p className={styles.keys}>{t('imports.keys')}</p>}
      <ProblemLine problem={decide.error} />
      <div ref={scroller} className={styles.entries} role="feed" aria-label={t('imports.list')} tabIndex={0}>
        <div className={styles.drawn} style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const item = items[index]!
            return (
              <div
                key={item.position}
                ref={virtual.measureElement}
                data-index={index}
                className={styles.placed}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => setCurrent(index)}
              >
                <EntryCard
                  one={one}
                  entry={item}
                  isCurrent={index === current}
                  place={{ index, total }}
                  onDecide={
                    canDecide
                      ? (decision) => decide.mutate({ chosen: { positions: [item.position] }, decision })
                      : undefined
                  }
                />
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}
