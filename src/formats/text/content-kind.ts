/** What decoded text turns out to be, whatever its file is called. */
export type ContentKind = 'text' | 'tmx' | 'xliff' | 'tbx' | 'multiterm' | 'rdf' | 'xml' | 'html' | 'lfs-pointer'

/** Root elements that are known, by local name in lower case. */
const roots: Record<string, ContentKind> = {
  tmx: 'tmx',
  xliff: 'xliff',
  tbx: 'tbx',
  martif: 'tbx',
  mtf: 'multiterm',
  rdf: 'rdf',
  html: 'html',
}

/** Looks at the beginning only: the first kilobytes are enough. */
export function contentKind(text: string): ContentKind {
  const head = text.slice(0, 20_000).replace(/^[\ufeff\s]+/, '')
  if (head.startsWith('version https://git-lfs')) return 'lfs-pointer'
  if (/^<!doctype\s+html/i.test(head)) return 'html'
  if (!head.startsWith('<')) return 'text'
  const root = rootName(head)
  if (root === null) return head.startsWith('<?xml') ? 'xml' : 'text'
  return roots[root.toLowerCase()] ?? (isXml(head, root) ? 'xml' : 'text')
}

/** The local name of the first element after declaration, comments, instructions and DOCTYPE. */
function rootName(head: string): string | null {
  const afterProlog = head.replace(/^(?:<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>|\s+)+/i, '')
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(afterProlog)?.[1] ?? null
}

/** A text may begin with a tag in its first line; XML says what it is, or at least names a namespace. */
function isXml(head: string, root: string): boolean {
  return head.startsWith('<?xml') || head.includes('xmlns') || head.includes(`</${root}>`)
}
