import { textOfContent, type Content, type Markup } from '../../model/concept-entry.js'
import type { LossReport } from '../../model/glossary.js'
import { SequenceFollower } from './follow.js'
import type { AttributeRule, Grammar, Step } from './notation.js'

/** xs:language: letters first, then groups of at most eight. */
export const languagePattern = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

/** Elements that stray text is put into, where it may not stand by itself. */
const textHolders = ['p', 'item', 'title']

/** The element as the grammar allows it, or null when it could not stand. What has to go is counted. */
export function fit(markup: Markup, grammar: Grammar, losses: LossReport): Markup | null {
  const rule = grammar.elements.get(markup.name)
  if (!rule) return null
  const attributes = fitAttributes(markup, rule.attributes, losses)
  if (attributes === null) return null
  const { content } = rule
  if (content.kind === 'empty') return { name: markup.name, attributes, content: [] }
  if (content.kind === 'mixed')
    return { name: markup.name, attributes, content: fitMixed(markup, content.allowed, grammar, losses) }
  const children = fitSequence(markup, content.steps, grammar, losses)
  return children && { name: markup.name, attributes, content: children }
}

function fitAttributes(
  markup: Markup,
  rules: Map<string, AttributeRule>,
  losses: LossReport,
): Record<string, string> | null {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(markup.attributes)) {
    const rule = rules.get(name)
    if (
      rule &&
      (!rule.values || rule.values.includes(value)) &&
      (rule.type !== 'language' || languagePattern.test(value))
    )
      attributes[name] = value
    else losses.add(`attribute ${name} of ${markup.name}`)
  }
  const complete = [...rules].every(([name, { required }]) => !required || attributes[name] !== undefined)
  return complete ? attributes : null
}

function fitMixed(markup: Markup, allowed: Set<string>, grammar: Grammar, losses: LossReport): Content {
  return markup.content.flatMap((part): Content => {
    if (typeof part === 'string') return [part]
    const fitted = allowed.has(part.name) ? fit(part, grammar, losses) : null
    if (fitted) return [fitted]
    losses.add(`markup ${part.name} in ${markup.name}`)
    return [textOfContent(part.content)]
  })
}

function fitSequence(markup: Markup, steps: Step[], grammar: Grammar, losses: LossReport): Markup[] | null {
  const follower = new SequenceFollower(steps)
  const children: Markup[] = []
  for (const part of markup.content) {
    const child = typeof part === 'string' ? wrapped(part, follower) : fit(part, grammar, losses)
    if (child && follower.take(child.name)) children.push(child)
    else losses.add(typeof part === 'string' ? `text in ${markup.name}` : `${part.name} in ${markup.name}`)
  }
  const missing = follower.missing()
  if (!missing) return children
  return markup.name === 'sourceDesc' ? [{ name: 'p', attributes: {}, content: ['Glossary'] }] : null
}

function wrapped(text: string, follower: SequenceFollower): Markup | null {
  const holder = textHolders.find((name) => follower.expected().includes(name))
  return holder ? { name: holder, attributes: {}, content: [text] } : null
}
