import { DomainError } from '../../../shared/errors.js'
import { xmlReader, type XmlElement, type XmlReader } from '../../xml/xml-reader.js'
import { dialects, type Dialect } from '../dialects.js'
import { grammars } from '../grammar/grammars.js'
import { elementRule, type ElementRule, type Grammar } from '../grammar/notation.js'
import { coreNamespace, moduleNamespaces } from '../namespaces.js'
import { CategoryCheck } from './data-categories.js'
import { StructureCheck, type OpenElement, type Report } from './structure.js'
import { remedies, type TbxVerdict, type Violation } from './violation.js'
import { WholeFileCheck } from './whole-file.js'

export interface ValidateOptions {
  file?: string
  encoding?: string
  /** Violations that are kept; the rest is counted. */
  maxViolations?: number
  onProgress?(bytes: number): void
}

/** What a file is checked by, chosen from its root element. */
interface RuleSet {
  checkedAs: string
  grammar: Grammar
  /** null: its categories are nobody's but its own. */
  dialect: Dialect | null
  style: NonNullable<TbxVerdict['style']>
}

/**
 * Checks a TBX file of any edition against the structure of its edition and the rules of its dialect, and for what
 * the published schemas let pass. The file streams by; only ids are remembered.
 */
export async function validateTbx(
  bytes: AsyncIterable<Uint8Array>,
  options: ValidateOptions = {},
): Promise<TbxVerdict> {
  const validation = new Validation(options)
  try {
    for await (const chunk of bytes) validation.write(chunk)
    validation.end()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    validation.breakOff(error)
  }
  return validation.verdict()
}

class Validation {
  private readonly reader: XmlReader
  private readonly violations: Violation[] = []
  private readonly open: OpenElement[] = []
  private readonly texts: string[] = []
  private readonly whole: WholeFileCheck
  private more = 0
  private bytes = 0
  private rules: RuleSet | null = null
  private structure: StructureCheck | null = null
  private categories: CategoryCheck | null = null
  private declared?: string

  constructor(private readonly options: ValidateOptions) {
    this.whole = new WholeFileCheck(this.report)
    this.reader = xmlReader(
      {
        open: (element) => this.openElement(element),
        text: (text) => this.addText(text),
        close: () => this.closeElement(),
        warn: (message, line) => this.report({ line, column: 1 }, 'well-formed', message),
      },
      { file: options.file, encoding: options.encoding, maxText: 100_000_000 },
    )
  }

  write(chunk: Uint8Array): void {
    this.bytes += chunk.length
    this.reader.write(chunk)
    this.options.onProgress?.(this.bytes)
  }

  end(): void {
    this.reader.end()
    this.whole.end()
  }

  /** The reader gave up: everything up to there was checked. */
  breakOff({ message, details }: DomainError): void {
    const { line = 1, column = 1 } = details.place ?? {}
    this.report({ line, column }, 'well-formed', message, details.remedy)
  }

  verdict(): TbxVerdict {
    return {
      dialect: this.declared,
      style: this.rules?.style,
      checkedAs: this.rules?.checkedAs ?? 'XML',
      violations: this.violations.sort((a, b) => a.line - b.line || a.column - b.column),
      more: this.more,
      valid: this.violations.length === 0,
      entries: this.whole.entryCount,
      terms: this.whole.termCount,
    }
  }

  private readonly report: Report = ({ line, column }, rule, message, remedy = remedies[rule]) => {
    if (this.violations.length < (this.options.maxViolations ?? 1000))
      this.violations.push({ line, column, rule, message, remedy })
    else this.more++
  }

  private openElement(element: XmlElement): void {
    if (!this.rules) this.begin(element)
    const { name, rule } = this.roleOf(element)
    const open = this.structure!.open(name, element, this.open.at(-1), rule)
    this.whole.open(open)
    this.categories?.open(open, this.open)
    this.open.push(open)
    this.texts.push('')
  }

  private begin(root: XmlElement): void {
    this.declared = root.attributes['type'] ?? root.attributes['dialect']
    this.rules = rulesFor(root, this.report)
    this.structure = new StructureCheck(this.rules.grammar, this.report)
    if (this.rules.dialect) this.categories = new CategoryCheck(this.rules.dialect, this.report)
  }

  /** The name in the grammar. In DCT an element of a module stands for the one that carries its category in the core. */
  private roleOf({ local, uri, line, column }: XmlElement): { name: string; rule?: ElementRule } {
    const { style, dialect } = this.rules!
    const isCore = style === 'dca' || style === 'dct' ? uri === coreNamespace : uri === ''
    if (isCore) return { name: local }
    const category = style === 'dct' ? dialect?.categories.get(local) : undefined
    if (category && moduleNamespaces[category.module] === uri)
      return { name: category.element, rule: moduleRules[category.element] ?? plainModuleRule }
    this.report({ line, column }, 'structure', `"${local}" is of the namespace "${uri}", which has no place here.`)
    return { name: local }
  }

  private addText(text: string): void {
    const parent = this.open.at(-1)
    if (!parent) return
    this.structure!.text(text, parent, parent.element)
    if (text.length < 10_000) this.texts[this.texts.length - 1] += text
  }

  private closeElement(): void {
    const open = this.open.pop()!
    const text = this.texts.pop()!
    if (this.texts.length > 0 && open.name !== 'term' && this.open.at(-1)?.rule?.content.kind === 'mixed')
      this.texts[this.texts.length - 1] += text
    this.structure!.close(open)
    this.categories?.close(open, text)
    this.whole.close(open, text)
  }
}

/** Elements of the modules hold text; some of them point. */
const plainModuleRule = elementRule('| TEXT')
const moduleRules: Record<string, ElementRule> = {
  ref: elementRule('target:IDREF! | TEXT'),
  xref: elementRule('target! | TEXT'),
  transacNote: elementRule('target:IDREF | TEXT'),
}

const byName: Record<string, { dca: Dialect; dct: Dialect }> = {
  'TBX-Core': { dca: dialects.core, dct: dialects.coreDct },
  'TBX-Min': { dca: dialects.min, dct: dialects.minDct },
  'TBX-Basic': { dca: dialects.basicDca, dct: dialects.basicDct },
  'TBX-Linguist': { dca: dialects.linguistDca, dct: dialects.linguistDct },
}

function rulesFor({ local, attributes, line, column }: XmlElement, report: Report): RuleSet {
  const type = attributes['type'] ?? ''
  if (local === 'martif') {
    const basic = type.startsWith('TBX-Basic')
    const dialect = basic ? dialects.martif : null
    return {
      checkedAs: basic ? 'TBX-Basic of ISO 30042:2008' : 'the core structure of ISO 30042:2008',
      grammar: basic ? grammars.martifBasic : grammars.martif,
      dialect,
      style: 'martif',
    }
  }
  if (local === 'TBX')
    return { checkedAs: 'TBX-Min of 2013', grammar: grammars.min2013, dialect: null, style: 'min-2013' }
  if (local !== 'tbx') report({ line, column }, 'structure', `The root element is "${local}": this is no TBX.`)
  const style = attributes['style'] === 'dct' ? 'dct' : 'dca'
  const dialect = byName[type]?.[style] ?? null
  return {
    checkedAs: dialect
      ? `${type} of ISO 30042:2019, ${style.toUpperCase()} style`
      : 'the core structure of ISO 30042:2019',
    grammar: grammars.tbx3,
    dialect,
    style,
  }
}
