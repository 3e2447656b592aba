import { textOfContent, type Content, type Markup } from '../../model/concept-entry.js'
import type { ConformContext } from './context.js'

/** Attributes of inline elements by the schema; `id` and `target` are handled apart. */
const inlineAttributes: Record<string, string[]> = {
  hi: ['type'],
  foreign: ['xml:lang'],
  sc: ['isolated'],
  ec: ['isolated', 'disp', 'equiv', 'type', 'subtype'],
  ph: ['type'],
  bpt: ['i', 'type'],
  ept: ['i'],
}

export function conformContent(
  content: Content,
  context: ConformContext,
  where: { within: 'term' | 'note' | 'text' },
): Content {
  const parts: Content = []
  for (const part of content) {
    const conformed = typeof part === 'string' ? [part] : conformMarkup(part, context, where)
    for (const piece of conformed) {
      const before = parts.at(-1)
      if (typeof piece === 'string' && typeof before === 'string') parts[parts.length - 1] = before + piece
      else parts.push(piece)
    }
  }
  return parts
}

/** The element, or its text where the element may not be. */
function conformMarkup(markup: Markup, context: ConformContext, where: { within: 'term' | 'note' | 'text' }): Content {
  const { dialect, losses } = context
  const allowed =
    dialect.open || (where.within === 'term' ? markup.name === 'hi' : dialect.inline.includes(markup.name))
  if (!allowed) {
    losses.add(`markup ${markup.name}`)
    return conformContent(markup.content, context, where)
  }
  const inner =
    markup.name === 'foreign' || dialect.open
      ? conformContent(markup.content, context, where)
      : [textOfContent(markup.content)]
  return [
    {
      name: markup.name,
      attributes: conformMarkupAttributes(markup, context),
      content: inner.filter((part) => part !== ''),
    },
  ]
}

function conformMarkupAttributes(markup: Markup, context: ConformContext): Record<string, string> {
  const { dialect, losses, ids } = context
  const allowed = inlineAttributes[markup.name] ?? []
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(markup.attributes)) {
    if (name === 'target' || name === 'startRef') {
      const target = ids.refer(value)
      if (target && markup.name !== 'foreign') attributes[name] = target
      else losses.add(`${name} of ${markup.name}`)
    } else if (name === 'id' && markup.name !== 'hi') attributes['id'] = ids.define(value)
    else if (markup.name === 'hi' && name === 'type' && !dialect.highlights.includes(value))
      losses.add(`hi type ${value}`)
    else if (dialect.style === 'dct' && name === 'type') losses.add(`type of ${markup.name}`)
    else if (allowed.includes(name) || dialect.open) attributes[name] = value
    else losses.add(`attribute ${name} of ${markup.name}`)
  }
  return attributes
}

/** For elements that hold text only. */
export function withoutMarkup(content: Content, where: string, { losses }: ConformContext): Content {
  if (content.every((part) => typeof part === 'string')) return content
  losses.add(`markup in ${where}`)
  return [textOfContent(content)]
}
