import type { XmlElement } from '../../xml/xml-reader.js'
import { SequenceFollower } from '../grammar/follow.js'
import { languagePattern } from '../grammar/fit.js'
import type { AttributeRule, ElementRule, Grammar } from '../grammar/notation.js'
import type { Rule } from './violation.js'

export type Report = (at: { line: number; column: number }, rule: Rule, message: string, remedy?: string) => void

/** An element that is open while its content passes by. */
export interface OpenElement {
  /** Its name in the grammar: in DCT, the element of the core that the data category stands for. */
  name: string
  element: XmlElement
  rule: ElementRule | undefined
  follower: SequenceFollower | null
  /** Stray text is told once an element. */
  strayText: boolean
}

/** Checks what stands inside what, and with which attributes. Ids are left to the one who sees the whole file. */
export class StructureCheck {
  constructor(
    private readonly grammar: Grammar,
    private readonly report: Report,
  ) {}

  /** @param own the rule for an element of a module, which differs from that of the core element it stands for */
  open(name: string, element: XmlElement, parent: OpenElement | undefined, own?: ElementRule): OpenElement {
    const rule = own ?? this.grammar.elements.get(name)
    this.checkPlace(name, element, parent)
    if (rule) this.checkAttributes(own ? element.local : name, element, rule.attributes)
    const follower = rule?.content.kind === 'sequence' ? new SequenceFollower(rule.content.steps) : null
    return { name, element, rule, follower, strayText: false }
  }

  text(text: string, parent: OpenElement, at: { line: number; column: number }): void {
    const kind = parent.rule?.content.kind
    if (kind === 'mixed' || kind === undefined || parent.strayText || text.trim() === '') return
    parent.strayText = true
    this.report(at, 'structure', `Text may not stand directly in "${parent.name}".`)
  }

  close(open: OpenElement): void {
    const missing = open.follower?.missing()
    if (missing) this.report(open.element, 'structure', `"${open.name}" lacks ${choice(missing)}.`)
  }

  private checkPlace(name: string, element: XmlElement, parent: OpenElement | undefined): void {
    if (!parent) {
      if (name !== this.grammar.root)
        this.report(element, 'structure', `The root element is "${name}", not "${this.grammar.root}".`)
      return
    }
    // What stands in an element that is itself unknown was told with it.
    if (!parent.rule) return
    const { content } = parent.rule
    if (!this.grammar.elements.has(name))
      this.report(element, 'structure', `"${name}" is no element of this kind of TBX.`)
    else if (content.kind === 'empty')
      this.report(element, 'structure', `"${parent.name}" is empty, but holds "${name}".`)
    else if (content.kind === 'mixed' && !content.allowed.has(name))
      this.report(element, 'structure', `"${name}" may not stand in the text of "${parent.name}".`)
    else if (parent.follower && !parent.follower.take(name)) {
      const expected = parent.follower.expected()
      const instead = expected.length > 0 ? `; there may be ${choice(expected)}` : ''
      this.report(element, 'structure', `"${name}" may not stand here in "${parent.name}"${instead}.`)
    }
  }

  private checkAttributes(name: string, element: XmlElement, rules: Map<string, AttributeRule>): void {
    for (const [attribute, value] of Object.entries(element.attributes)) {
      const rule = rules.get(attribute)
      if (!rule) this.report(element, 'attribute', `"${name}" has no attribute "${plain(attribute)}".`)
      else this.checkValue(name, attribute, value, rule, element)
    }
    for (const [attribute, { required }] of rules)
      if (required && element.attributes[attribute] === undefined)
        this.report(element, 'attribute', `"${name}" lacks its attribute "${attribute}".`)
  }

  private checkValue(name: string, attribute: string, value: string, rule: AttributeRule, element: XmlElement): void {
    if (rule.values && !rule.values.includes(value))
      this.report(element, 'attribute', `${attribute}="${value}" of "${name}" must be ${choice(rule.values)}.`)
    else if (rule.type === 'language' && !languagePattern.test(value))
      this.report(element, 'attribute', `${attribute}="${value}" of "${name}" is no language code.`)
    else if (rule.type === 'dialect' && !/^TBX-.+/.test(value))
      this.report(element, 'attribute', `The dialect "${value}" does not begin with "TBX-".`)
  }
}

/** `a`, `a or b`, `a, b or c`; of many the first few. */
export function choice(names: string[]): string {
  const shown = names.length > 8 ? [...names.slice(0, 7), `${names.length - 7} others`] : names
  const quoted = shown.map((name) => (/^\d/.test(name) ? name : `"${name}"`))
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

const plain = (attribute: string): string => attribute.replace(/^\{.*\}/, '')
