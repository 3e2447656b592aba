/**
 * The ids of one TBX file. XML wants names that begin with a letter and occur once; glossaries have `254003`,
 * `address bar`, duplicates and references to what is not there. An id that will do is kept.
 */
export class IdRegistry {
  private readonly names = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly defined = new Set<string>()
  private readonly referred = new Set<string>()

  /** @param known all ids that the file will have, when they are known beforehand; references to others lead nowhere. */
  constructor(private readonly known?: ReadonlySet<string>) {}

  /** The name for an element that has this id; a second element of the same id gets another. */
  define(raw: string): string {
    if (this.defined.has(raw)) return this.freeName(raw)
    this.defined.add(raw)
    return this.nameOf(raw)
  }

  /** The name that a reference to this id has to give, or null when it leads nowhere. */
  refer(raw: string): string | null {
    if (this.known && !this.known.has(raw)) return null
    this.referred.add(raw)
    return this.nameOf(raw)
  }

  isDefined(raw: string): boolean {
    return this.defined.has(raw)
  }

  /** What references named and nothing defined, with the names that were written. */
  undefinedReferences(): { raw: string; name: string }[] {
    return [...this.referred].filter((raw) => !this.defined.has(raw)).map((raw) => ({ raw, name: this.nameOf(raw) }))
  }

  private nameOf(raw: string): string {
    const known = this.names.get(raw)
    if (known) return known
    const name = this.freeName(raw)
    this.names.set(raw, name)
    return name
  }

  private freeName(raw: string): string {
    const wanted = tbxId(raw)
    let name = wanted
    for (let count = 2; this.taken.has(name); count++) name = `${wanted}-${count}`
    this.taken.add(name)
    return name
  }
}

/** Letters that every edition of XML 1.0 takes in names; the specification has more. */
const letter = 'A-Za-z_À-ÖØ-öø-ÿĀ-ıА-яぁ-んァ-ヶ一-龥가-힣'
const notAllowed = new RegExp(`[^${letter}0-9.-]`, 'gu')
const startsWell = new RegExp(`^[${letter}]`, 'u')

/** The id as XML allows it, while no other has taken the name: `254003` -> `c254003`, `address bar` -> `address_bar`. */
export function tbxId(raw: string): string {
  const name = raw.replaceAll(notAllowed, '_')
  return startsWell.test(name) ? name : `c${name}`
}
