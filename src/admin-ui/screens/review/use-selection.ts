import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CandidateRow } from '../../api/types.js'

export interface Selection {
  currentId: string | null
  current: CandidateRow | undefined
  index: number
  chosen: ReadonlySet<string>
  /** Chosen is all that matches the filters, also what has not been read yet. */
  isEverything: boolean
  /** By index, held inside the list. `extend` chooses everything on the way. */
  go: (index: number, extend?: boolean) => void
  goTo: (id: string) => void
  move: (step: number, extend?: boolean) => void
  toggle: (id: string) => void
  /** From the current row to the one that was clicked with Shift. */
  chooseTo: (index: number) => void
  chooseAllLoaded: () => void
  chooseEverything: () => void
  clear: () => void
}

/** Which row the panel shows, and which rows a bulk decision would take. The current one can be linked to. */
export function useSelection(rows: CandidateRow[], filterKey: string): Selection {
  const [search] = useSearchParams()
  const [currentId, setCurrentId] = useState<string | null>(search.get('candidate'))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isEverything, setEverything] = useState(false)
  const positions = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows])
  const index = currentId === null ? -1 : (positions.get(currentId) ?? -1)

  const first = rows[0]?.id
  useEffect(() => {
    if (currentId === null && first) setCurrentId(first)
  }, [currentId, first])

  // Another view starts at its first row; a view that was opened by a link stays with the candidate of the link.
  const shownFilter = useRef(filterKey)
  useEffect(() => {
    if (shownFilter.current === filterKey) return
    shownFilter.current = filterKey
    setCurrentId(null)
    setChosen(new Set())
    setEverything(false)
  }, [filterKey])

  useEffect(() => {
    // The address follows when the editor rests, not with every key. Past the router, because a navigation of its own
    // would call off one that is under way.
    const timer = setTimeout(() => {
      if (!currentId) return
      const address = new URL(window.location.href)
      address.searchParams.set('candidate', currentId)
      window.history.replaceState(window.history.state, '', address)
    }, 400)
    return () => clearTimeout(timer)
  }, [currentId, filterKey])

  const choose = useCallback(
    (from: number, to: number) =>
      setChosen((known) => {
        const [low, high] = from < to ? [from, to] : [to, from]
        return new Set([...known, ...rows.slice(Math.max(0, low), high + 1).map(({ id }) => id)])
      }),
    [rows],
  )
  const go = useCallback(
    (to: number, extend = false) => {
      const inside = Math.max(0, Math.min(rows.length - 1, to))
      const row = rows[inside]
      if (!row) return
      if (extend) choose(index < 0 ? inside : index, inside)
      setCurrentId(row.id)
    },
    [rows, index, choose],
  )
  const goTo = useCallback((id: string) => setCurrentId(id), [])
  const move = useCallback((step: number, extend = false) => go(index + step, extend), [go, index])
  const toggle = useCallback((id: string) => {
    setEverything(false)
    setChosen((known) => {
      const next = new Set(known)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const chooseTo = useCallback((to: number) => choose(index < 0 ? to : index, to), [choose, index])
  const chooseAllLoaded = useCallback(() => setChosen(new Set(rows.map(({ id }) => id))), [rows])
  const chooseEverything = useCallback(() => {
    chooseAllLoaded()
    setEverything(true)
  }, [chooseAllLoaded])
  const clear = useCallback(() => {
    setChosen(new Set())
    setEverything(false)
  }, [])
  const current = index < 0 ? undefined : rows[index]
  return {
    currentId,
    current,
    index,
    chosen,
    isEverything,
    go,
    goTo,
    move,
    toggle,
    chooseTo,
    chooseAllLoaded,
    chooseEverything,
    clear,
  }
}
