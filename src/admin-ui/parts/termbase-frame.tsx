import { Outlet, useOutletContext, useParams } from 'react-router'
import { useTermbase } from '../api/termbases.js'
import type { Termbase } from '../api/types.js'
import { DeskProvider } from './desk/desk.js'
import { Failed, Loading } from './states.js'

/** What all screens of one termbase share: the termbase itself, and the desk whose decisions survive a change of screen. */
export function TermbaseFrame() {
  const { termbaseId = '' } = useParams()
  const termbase = useTermbase(termbaseId)
  if (termbase.isPending) return <Loading />
  if (termbase.isError) return <Failed isScreen problem={termbase.error} retry={() => void termbase.refetch()} />
  return (
    <DeskProvider key={termbaseId} termbaseId={termbaseId}>
      <Outlet context={termbase.data} />
    </DeskProvider>
  )
}

export function useCurrentTermbase(): Termbase {
  return useOutletContext<Termbase>()
}
