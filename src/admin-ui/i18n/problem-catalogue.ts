import type { Catalogue } from './problem-text.js'

/** The server speaks English; each other language of the screens has its sentences in a file that is loaded when it is spoken. */
const files: Record<string, () => Promise<Catalogue>> = { zh: () => import('./problems.zh.js') }

const loaded = new Map<string, Catalogue>()
const listeners = new Set<() => void>()

export function loadCatalogue(language: string): void {
  const file = files[language]
  if (!file || loaded.has(language)) return
  file().then(
    (catalogue) => {
      loaded.set(language, catalogue)
      for (const listener of listeners) listener()
    },
    // Without it the server is quoted as it speaks.
    () => {},
  )
}

export function catalogueOf(language: string): Catalogue | null {
  return loaded.get(language) ?? null
}

export function subscribeToCatalogue(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
