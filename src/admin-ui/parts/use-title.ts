import { useEffect } from 'react'

/** What the tab and the history say: the most particular first. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Termloom'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
