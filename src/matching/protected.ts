/** A span of a text in which nothing is a term. `as` is what it leaves behind: a barrier, a space, or nothing at all. */
export interface Passing {
  start: number
  end: number
  as: 'barrier' | 'space' | 'nothing'
}

interface Protection {
  what: string
  pattern: RegExp
  as: Passing['as']
  /** A character without which the pattern cannot match: most texts have none of them and are not searched at all. */
  sign: string
}

/** A label of a host has 63 characters at most (RFC 1035). */
const host = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const address = '[^\\s<>"\'，。；：！？、（）【】《》「」\\u2018-\\u201F\\p{Script=Han}]'

/** In the order in which they win over one another. Inline tags leave nothing, so that a term may be partly bold. */
const protections: Protection[] = [
  {
    what: 'address',
    sign: '://',
    as: 'barrier',
    pattern: new RegExp(`\\b[a-z][a-z0-9+.-]{0,30}://${address}+`, 'giu'),
  },
  { what: 'address without scheme', sign: 'www.', as: 'barrier', pattern: new RegExp(`\\bwww\\.${address}+`, 'giu') },
  {
    what: 'mail address',
    sign: '@',
    as: 'barrier',
    pattern: new RegExp(`(?<![\\w.+-])[\\w.+-]{1,64}@(?:${host}\\.)+[a-z]{2,}`, 'giu'),
  },
  {
    what: 'address without scheme, with a path',
    sign: '/',
    as: 'barrier',
    pattern: new RegExp(`(?<![\\w.-])(?:${host}\\.)+[a-z]{2,}/${address}*`, 'giu'),
  },
  {
    what: 'line break tag',
    sign: '<',
    as: 'space',
    pattern: /<(?:br|p|div|li|td|tr|h[1-6])\b[^<>]*>|<\/(?:p|div|li|td|tr|h[1-6])>/gi,
  },
  { what: 'tag', sign: '<', as: 'nothing', pattern: /<\/?[a-z][\w:.-]*(?:\s[^<>]*)?\/?>|<!--(?:(?!<!--)[^])*?-->/gi },
  { what: 'entity', sign: '&', as: 'barrier', pattern: /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/gi },
  {
    what: 'head of an ICU argument with branches',
    sign: '{',
    as: 'barrier',
    pattern: /\{\s{0,9}\w{1,99}\s{0,9},\s{0,9}(?:plural|selectordinal|select)\s{0,9},(?:\s{0,9}offset:\d{1,9})?/g,
  },
  {
    what: 'name of an ICU branch',
    sign: '{',
    as: 'barrier',
    pattern: /(?<=[\s,}])(?:=\d{1,9}|zero|one|two|few|many|other|male|female)\s{0,9}\{/g,
  },
  {
    what: 'placeholder in braces',
    sign: '{',
    as: 'barrier',
    pattern: /[$%#]?\{\{?\s{0,9}[\w.:$-]{0,99}(?:\s{0,9},[^{}]{0,999})?\s{0,9}\}?\}/g,
  },
  {
    what: 'placeholder with a percent sign',
    sign: '%',
    as: 'barrier',
    pattern: /%(?:\(\w{1,99}\)|\d{1,3}\$)?[-+0#]{0,5}\d{0,9}(?:\.\d{1,9})?[sdifuxXgeEcqr@](?![\p{L}])|%\w+%/gu,
  },
]

/** The protected spans of a text, in order and without overlap. */
export function protectedSpans(text: string): Passing[] {
  const found: Passing[] = []
  for (const { pattern, as, sign } of protections) {
    if (!text.includes(sign)) continue
    const spans = Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      as,
    }))
    addBetween(found, spans)
  }
  return found
}

/** Adds those of `spans` that touch none of `found`; both are in order. */
function addBetween(found: Passing[], spans: Passing[]): void {
  let next = 0
  const free = spans.filter(({ start, end }) => {
    while (next < found.length && found[next]!.end <= start) next++
    return next === found.length || end <= found[next]!.start
  })
  if (free.length === 0) return
  found.push(...free)
  found.sort((a, b) => a.start - b.start)
}
