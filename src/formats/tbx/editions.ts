/** What an edition of the data categories calls otherwise than the one that is written here (TBX-Basic 1.2.1, 2023). */
export interface Edition {
  title: string
  /** Its name -> the name here. Such a category is read as what it means and kept as it is called. */
  categories: Record<string, string>
}

/** The files that LTAC publishes for tests since 2025 are written so; no schema for them is out yet. */
export const otherEditions: Edition[] = [
  { title: 'the edition of TBX-Basic that follows 1.2.1', categories: { usageStatus: 'administrativeStatus' } },
]

export function editionOf(category: string): { title: string; here: string } | null {
  for (const { title, categories } of otherEditions) {
    const here = Object.hasOwn(categories, category) ? categories[category] : undefined
    if (here) return { title, here }
  }
  return null
}
