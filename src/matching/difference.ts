import { foldCluster } from './character-table.js'
import type { MatchKind } from './types.js'

/** How `written` differs from `term`, given that both have one key: the farthest difference there is. */
export function differenceKind(term: string, written: string): MatchKind {
  if (written === term) return 'exact'
  if (written.toLowerCase() === term.toLowerCase()) return 'case'
  return withoutScript(written) === withoutScript(term) ? 'width' : 'script-variant'
}

/** Everything folded but the Chinese script. */
function withoutScript(text: string): string {
  return Array.from(text.normalize('NFC'))
    .map((character) => foldCluster(character, { simplify: false }))
    .join('')
    .replace(/\s+/g, '')
}
