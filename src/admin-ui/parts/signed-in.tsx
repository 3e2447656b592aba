import { Navigate, Outlet, useLocation } from 'react-router'
import { useMe } from '../api/session.js'
import { Failed, Loading } from './states.js'

/** The screens behind it are for people we know; everybody else signs in first and comes back to where they wanted to go. */
export function SignedIn() {
  const me = useMe()
  const { pathname, search } = useLocation()
  if (me.isPending) return <Loading />
  if (me.isError) return <Failed isScreen problem={me.error} retry={() => void me.refetch()} />
  if (me.data === null) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
  return <Outlet />
}
