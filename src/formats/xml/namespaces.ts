type Refuse = (message: string) => never

/** Prefix -> namespace, '' for the default one. */
type Scope = Readonly<Record<string, string>>

const start: Scope = Object.freeze({ '': '', xml: 'http://www.w3.org/XML/1998/namespace' })

interface PartedName {
  prefix: string
  local: string
}

/** The same text as the engine keeps for names in the program: compared with those by address, and no piece of a chunk kept alive. */
const internalised = (text: string): string => Object.keys({ [text]: 0 })[0]!

/**
 * Namespaces in XML 1.0, resolved while elements open and close. It does what saxes does with `xmlns: true`, for a third
 * of the time: nearly all names of a glossary have no prefix.
 */
export class Namespaces {
  private scope = start
  private readonly names = new Map<string, PartedName>()
  private readonly outer: { depth: number; scope: Scope }[] = []

  constructor(
    private readonly refuse: Refuse,
    private readonly maxAttributes: number,
    private readonly refuseMany: () => never,
  ) {}

  /**
   * Attributes by name as written (`xml:lang`, `id`), of foreign namespaces as `{uri}local`; declarations are taken in.
   * Where there is nothing to do the record is given back as it is.
   */
  open(attributes: Record<string, string>, depth: number): Record<string, string> {
    let plain = true
    let count = 0
    for (const name in attributes) {
      count++
      if (name.charCodeAt(0) === letterX ? name !== 'xml:lang' : name.includes(':')) plain = false
    }
    if (count > this.maxAttributes) this.refuseMany()
    return plain ? attributes : this.expanded(this.withoutDeclarations(attributes, depth))
  }

  close(depth: number): void {
    const last = this.outer.at(-1)
    if (last?.depth !== depth) return
    this.scope = last.scope
    this.outer.pop()
  }

  uriOf(prefix: string): string {
    const uri = this.scope[prefix]
    if (uri === undefined) this.refuse(`unbound namespace prefix: "${prefix}".`)
    return uri
  }

  /** A file has few names and says them often: each is parted once. */
  parted(name: string): PartedName {
    let known = this.names.get(name)
    if (known) return known
    const colon = this.colonIn(name)
    known = { prefix: colon === -1 ? '' : name.slice(0, colon), local: internalised(name.slice(colon + 1)) }
    if (this.names.size < 1000) this.names.set(internalised(name), known)
    return known
  }

  /** Where a name is parted, -1 for one without prefix. */
  private colonIn(name: string): number {
    const colon = name.indexOf(':')
    if (colon === 0 || colon === name.length - 1 || (colon !== -1 && name.includes(':', colon + 1)))
      this.refuse(`malformed name: ${name}.`)
    return colon
  }

  private withoutDeclarations(attributes: Record<string, string>, depth: number): Record<string, string> {
    const scope = this.scope
    const others = Object.entries(attributes).filter(([name, value]) => {
      if (!/^xmlns(:|$)/.test(name)) return true
      this.declare(name.slice(6), value)
      return false
    })
    if (this.scope !== scope) this.outer.push({ depth, scope })
    return Object.fromEntries(others)
  }

  private declare(prefix: string, uri: string): void {
    if (prefix !== '' && uri === '') this.refuse(`the prefix "${prefix}" is bound to no namespace.`)
    this.scope = { ...this.scope, [prefix]: internalised(uri) }
  }

  private expanded(attributes: Record<string, string>): Record<string, string> {
    const found: Record<string, string> = {}
    for (const [name, value] of Object.entries(attributes)) {
      const colon = this.colonIn(name)
      const prefix = colon === -1 ? '' : name.slice(0, colon)
      const key = prefix === '' || prefix === 'xml' ? name : `{${this.uriOf(prefix)}}${name.slice(colon + 1)}`
      if (Object.hasOwn(found, key)) this.refuse(`duplicate attribute: ${key}.`)
      found[key] = value
    }
    return found
  }
}

const letterX = 120
