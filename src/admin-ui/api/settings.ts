import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'
import type { LanguageUse, ReopeningField, SubjectTree, Termbase } from './types.js'

/** What the settings of a termbase read and change. */

export interface TermbaseChanges {
  name?: string
  description?: string
  visibility?: Termbase['visibility']
  sourceLanguage?: string
  targetLanguage?: string
  otherLanguages?: string[]
  reopeningFields?: ReopeningField[]
  archived?: boolean
}

export function useChangeTermbase(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: TermbaseChanges) => call<Termbase>(`/termbases/${id}`, { method: 'PATCH', body }),
    onSuccess: (termbase) => {
      client.setQueryData(['termbases', id], termbase)
      return Promise.all([['termbases'], ['languages', id]].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
}

export function useDeleteTermbase() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`/termbases/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['termbases'], exact: true }),
  })
}

export function useLanguageUses(id: string) {
  return useQuery({
    queryKey: ['languages', id],
    queryFn: () => call<{ items: LanguageUse[] }>(`/termbases/${id}/languages`),
  })
}

const treeKey = (termbaseId: string) => ['subject-fields', termbaseId]

export function useSubjectFields(termbaseId: string) {
  return useQuery({
    queryKey: treeKey(termbaseId),
    queryFn: () => call<SubjectTree>(`/termbases/${termbaseId}/subject-fields`),
  })
}

export type SubjectFieldChange =
  | { do: 'add'; name: string; parentId: string | null }
  | { do: 'change'; id: string; name?: string; parentId?: string | null; position?: number }
  | { do: 'remove'; id: string }
  | { do: 'adopt' }

/** Every change of the tree is answered with the whole tree. */
export function useChangeSubjectFields(termbaseId: string) {
  const client = useQueryClient()
  const base = `/termbases/${termbaseId}/subject-fields`
  return useMutation({
    mutationFn: (deed: SubjectFieldChange): Promise<SubjectTree> => {
      if (deed.do === 'adopt') return call(`${base}/adopt`, { method: 'POST' })
      if (deed.do === 'remove') return call(`${base}/${deed.id}`, { method: 'DELETE' })
      if (deed.do === 'add') {
        const { name, parentId } = deed
        return call(base, { method: 'POST', body: { name, parentId } })
      }
      const { do: _, id, ...body } = deed
      return call(`${base}/${id}`, { method: 'PATCH', body })
    },
    onSuccess: (tree) => {
      client.setQueryData(treeKey(termbaseId), tree)
      return client.invalidateQueries({ queryKey: ['concepts', termbaseId] })
    },
  })
}
