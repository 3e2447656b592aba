import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

/** The row one stands on: it comes from `?pair=` of the address, and the address follows when one rests. */
export function usePlace(total: number | undefined) {
  const [search] = useSearchParams()
  const wanted = search.has('pair') ? Number(search.get('pair')) : null
  const [place, setPlace] = useState<number | null>(wanted)
  useEffect(() => setPlace((known) => wanted ?? known), [wanted])

  const last = total === undefined ? Infinity : total - 1
  const go = useCallback((to: number) => setPlace(Math.max(0, Math.min(last, to))), [last])
  useEffect(() => {
    if (place === null) return undefined
    const timer = setTimeout(() => {
      const address = new URL(window.location.href)
      address.searchParams.set('pair', String(place))
      window.history.replaceState(window.history.state, '', address)
    }, 400)
    return () => clearTimeout(timer)
  }, [place])
  return { place: place === null ? null : Math.min(place, last), go }
}
