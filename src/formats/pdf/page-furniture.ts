import type { PdfLine } from './pages.js'

/** How many lines from the top and the bottom of a page may be its head and foot. */
const depth = 2

/** A head or a foot is told by standing on so many pages, and on such a share of them. */
const repeated = { pages: 3, share: 0.4 }

const pageNumber = /^[-–—·\s]*(page|p\.|第)?\s*[\divxlc]{1,6}\s*(页|頁)?\s*((of|\/|共)\s*\d+\s*(页|頁)?)?[-–—·\s]*$/i

/** The pages without running heads, feet and page numbers, and how many such lines there were. */
export function withoutFurniture(pages: PdfLine[][]): { pages: PdfLine[][]; dropped: number } {
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(edgesOf(page).map((index) => keyOf(page[index]!))))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  const isRepeated = (line: PdfLine): boolean =>
    (seen.get(keyOf(line)) ?? 0) >= Math.max(repeated.pages, pages.length * repeated.share)
  let dropped = 0
  const kept = pages.map((page) => {
    const edges = new Set(edgesOf(page))
    return page.filter((line, index) => {
      const isFurniture = edges.has(index) && (pageNumber.test(line.text) || isRepeated(line))
      if (isFurniture) dropped++
      return !isFurniture
    })
  })
  return { pages: kept, dropped }
}

/** By height, because heads and feet are often drawn after the text. */
function edgesOf(page: PdfLine[]): number[] {
  const byHeight = page.map(({ bottom }, index) => ({ bottom, index })).sort((a, b) => b.bottom - a.bottom)
  return [...byHeight.slice(0, depth), ...byHeight.slice(-depth)].map(({ index }) => index)
}

/** The same head on every page may count its pages. */
const keyOf = ({ text }: PdfLine): string => text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')
