import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'
import { refreshConcepts } from './concepts.js'
import type { SubjectTree } from './types.js'

export function useSubjectFields(termbaseId: string) {
  return useQuery({
    queryKey: ['subject-fields', termbaseId],
    queryFn: ({ signal }) => call<SubjectTree>(`/termbases/${termbaseId}/subject-fields`, { signal }),
  })
}

export type SubjectFieldChange =
  | {
      do: 'add'
      name: string
      parentId: string | null
      position?: number
      /** Its branches, parents before children. */
      below?: { name: string; parent: string }[]
    }
  | { do: 'adopt' }
  | { do: 'change'; id: string; name?: string; parentId?: string | null; position?: number }
  | { do: 'remove'; id: string }

/** Every change answers with the whole tree. A field that is renamed is renamed in its concepts. */
export function useChangeSubjectFields(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: SubjectFieldChange) => {
      const path = `/termbases/${termbaseId}/subject-fields`
      if (change.do === 'adopt') return call<SubjectTree>(`${path}/adopt`, { method: 'POST' })
      if (change.do === 'remove') return call<SubjectTree>(`${path}/${change.id}`, { method: 'DELETE' })
      if (change.do === 'add') {
        const { do: _, ...body } = change
        return call<SubjectTree>(path, { method: 'POST', body })
      }
      const { do: _, id, ...body } = change
      return call<SubjectTree>(`${path}/${id}`, { method: 'PATCH', body })
    },
    onSuccess: (tree) => {
      client.setQueryData(['subject-fields', termbaseId], tree)
      void refreshConcepts(client, termbaseId)
    },
  })
}
