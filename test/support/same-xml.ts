import { XmlDocument, XmlElement, XmlText, type XmlTreeNode } from 'libxml2-wasm'

/**
 * The first place where two documents differ in names, attributes, text or order, or null. Runs of white space
 * are one space, at the ends none. Read by another parser than ours.
 */
export function differenceOfXml(expected: string, actual: string): string | null {
  const [one, other] = [expected, actual].map((xml) => XmlDocument.fromString(xml.replace(/^\ufeff/, '')))
  try {
    return difference(one!.root, other!.root, one!.root.name)
  } finally {
    one!.dispose()
    other!.dispose()
  }
}

function difference(expected: XmlElement, actual: XmlElement, path: string): string | null {
  if (expected.name !== actual.name || expected.namespaceUri !== actual.namespaceUri)
    return `${path}: ${expected.name} became ${actual.name}`
  const [before, after] = [expected, actual].map(attributesOf)
  if (before !== after) return `${path}: attributes ${before} became ${after}`
  const [wanted, found] = [expected, actual].map(partsOf)
  for (let index = 0; index < Math.max(wanted!.length, found!.length); index++) {
    const [a, b] = [wanted![index], found![index]]
    if (a instanceof XmlElement && b instanceof XmlElement) {
      const inner = difference(a, b, `${path}/${a.name}[${index}]`)
      if (inner) return inner
    } else if (a instanceof XmlElement || b instanceof XmlElement || a !== b)
      return `${path}: ${describePart(a)} became ${describePart(b)}`
  }
  return null
}

const describePart = (part: string | XmlElement | undefined): string =>
  part instanceof XmlElement ? `<${part.name}>` : JSON.stringify(part)

function attributesOf(element: XmlElement): string {
  return element.attrs
    .map(({ prefix, name, value }) => `${prefix ? `${prefix}:` : ''}${name}=${JSON.stringify(value)}`)
    .sort()
    .join(' ')
}

function partsOf(element: XmlElement): (string | XmlElement)[] {
  const parts: (string | XmlElement)[] = []
  for (let node: XmlTreeNode | null = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement) parts.push(node)
    else if (node instanceof XmlText) addText(parts, node.content)
  }
  const normalised = parts.map((part) => (typeof part === 'string' ? part.replaceAll(/\s+/g, ' ').trim() : part))
  return normalised.filter((part) => part !== '')
}

/** A comment in the middle of a text does not divide it. */
function addText(parts: (string | XmlElement)[], text: string): void {
  const last = parts.length - 1
  if (typeof parts[last] === 'string') parts[last] += text
  else parts.push(text)
}
