import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { receiveRows, refreshAround } from '../../api/candidates.js'
import { address, call } from '../../api/client.js'
import type { Author, CandidateRow } from '../../api/types.js'
import { newId } from '../new-id.js'

interface Looking {
  session: string
  person: Author
  candidate: string | null
}

/** Who else has a candidate in front of them. */
export type Lookers = ReadonlyMap<string, Author[]>

const SAY_AGAIN_MS = 20_000
const GONE_AFTER_MS = 45_000
/** Turning over cards quickly is no news; resting on one is. */
const REST_MS = 250

/** This page among those of all editors. */
const session = newId()

/**
 * What others look at and decide, while they do: rows change where they stand, and `lookers` says who is where. Tells the
 * others in turn which candidate is in front of this editor.
 */
export function useLive(termbaseId: string, currentId: string | null, takesPart: boolean): Lookers {
  const client = useQueryClient()
  const [lookers, setLookers] = useState<Lookers>(new Map())

  useEffect(() => {
    const seen = new Map<string, Looking & { at: number }>()
    const show = () => {
      const byCandidate = new Map<string, Author[]>()
      for (const [id, { candidate, person, at }] of seen) {
        if (at < Date.now() - GONE_AFTER_MS || candidate === null) seen.delete(id)
        else byCandidate.set(candidate, withPerson(byCandidate.get(candidate) ?? [], person))
      }
      setLookers(byCandidate)
    }
    const source = new EventSource(address(`/termbases/${termbaseId}/candidates/events`))
    source.addEventListener('looking', (event: MessageEvent<string>) => {
      const looking = JSON.parse(event.data) as Looking
      if (looking.session === session) return
      seen.set(looking.session, { ...looking, at: Date.now() })
      show()
    })
    source.addEventListener('candidates', (event: MessageEvent<string>) => {
      const { rows } = JSON.parse(event.data) as { rows: CandidateRow[] | null }
      if (rows && receiveRows(client, termbaseId, rows) === 0) return
      refreshAround(client, termbaseId)
    })
    const sweep = setInterval(show, SAY_AGAIN_MS)
    return () => {
      clearInterval(sweep)
      source.close()
    }
  }, [client, termbaseId])

  const said = useRef(false)
  useEffect(() => {
    if (!takesPart || !currentId) return
    const say = () => {
      said.current = true
      tell(termbaseId, currentId)
    }
    const first = setTimeout(say, REST_MS)
    const again = setInterval(say, SAY_AGAIN_MS)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [termbaseId, currentId, takesPart])
  useEffect(() => {
    const leave = () => {
      if (said.current) tell(termbaseId, null)
      said.current = false
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [termbaseId])
  return lookers
}

/** A person with several pages open is one person. */
function withPerson(people: Author[], person: Author): Author[] {
  return people.some(({ id }) => id === person.id) ? people : [...people, person]
}

/** Nobody waits for it, and nothing is lost when it does not arrive. */
function tell(termbaseId: string, candidate: string | null): void {
  call(`/termbases/${termbaseId}/candidates/looking`, {
    method: 'POST',
    body: { session, candidate },
    keepalive: true,
  }).catch(() => {})
}
