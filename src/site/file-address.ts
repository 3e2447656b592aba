import type { OpenedGlossary } from './visit.js'

/** Where the API sends a release as a file. */
export function fileAddress({ termbaseId, release, isPinned }: OpenedGlossary, format: string): string {
  return `/api/v1/termbases/${termbaseId}/releases/${isPinned ? release.number : 'latest'}/export?format=${format}`
}
