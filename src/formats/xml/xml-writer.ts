import { DomainError } from '../../shared/errors.js'
import type { Content, Markup } from '../model/concept-entry.js'

/** What XML 1.0 does not allow: control characters, lone surrogates and two code points at the end of the plane. */
// oxlint-disable-next-line no-control-regex
const forbidden =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** Text for the inside of an element. */
export function escapeText(text: string): string {
  refuseForbidden(text)
  return /[&<>\r]/.test(text) ? text.replaceAll(/[&<>\r]/g, (character) => escapes[character]!) : text
}

/** Text for a quoted attribute; line ends and tabs are kept from being read as spaces. */
export function escapeAttribute(text: string): string {
  refuseForbidden(text)
  return text
    .replaceAll(/[&<>"\r]/g, (character) => escapes[character]!)
    .replaceAll(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function refuseForbidden(text: string): void {
  const found = forbidden.exec(text)
  if (!found) return
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  throw new DomainError(
    'invalid-input',
    `"${text.slice(0, 60)}" holds the character U+${code}, which XML cannot carry.`,
    {
      remedy: 'Remove the character from the glossary.',
    },
  )
}

/** Names of foreign namespaces, `{uri}local`, are declared where they stand. */
export function attributesXml(attributes: Record<string, string | undefined> | undefined): string {
  if (!attributes) return ''
  let xml = ''
  let foreign = 0
  for (const name in attributes) {
    const value = attributes[name]
    if (value === undefined) continue
    const parts = foreignName(name)
    if (parts)
      xml += ` xmlns:a${++foreign}="${escapeAttribute(parts.uri)}" a${foreign}:${parts.local}="${escapeAttribute(value)}"`
    else xml += ` ${name}="${escapeAttribute(value)}"`
  }
  return xml
}

function foreignName(name: string): { uri: string; local: string } | null {
  const found = name.startsWith('{') ? /^\{(.*)\}(.*)$/.exec(name) : null
  return found && { uri: found[1]!, local: found[2]! }
}

/** One element with its inner XML, already escaped; without any, an empty tag. */
export function elementXml(
  name: string,
  attributes: Record<string, string | undefined> | undefined,
  inner: string,
): string {
  const start = `<${name}${attributesXml(attributes)}`
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`
}

export function contentXml(content: Content | undefined): string {
  if (!content) return ''
  let xml = ''
  for (const part of content) xml += typeof part === 'string' ? escapeText(part) : markupXml(part)
  return xml
}

/** A name of a foreign namespace, `{uri}local`, declares it where it stands. */
export function markupXml({ name, attributes, content }: Markup): string {
  const foreign = foreignName(name)
  if (!foreign) return elementXml(name, attributes, contentXml(content))
  return elementXml(`x:${foreign.local}`, { 'xmlns:x': foreign.uri, ...attributes }, contentXml(content))
}
