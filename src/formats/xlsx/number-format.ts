/** How a number is meant. */
export type CellStyle = 'number' | 'percent' | 'date' | 'time' | 'dateTime'

/** Formats that need no definition (ECMA-376, part 1, 18.8.30), with those that Chinese and Japanese Excel adds. */
const builtIn: [from: number, to: number, style: CellStyle][] = [
  [9, 10, 'percent'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'dateTime'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
]

export function dateFormats(id: string, formats: Map<string, string>): CellStyle {
  const code = formats.get(id)
  if (code === undefined) return builtIn.find(([from, to]) => Number(id) >= from && Number(id) <= to)?.[2] ?? 'number'
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  const hasDay = /[dy年月日]/.test(bare) || /m/.test(bare.replaceAll(/h+:?m+|m+:?s+/g, ''))
  const hasTime = /[hs]/.test(bare)
  if (/general|[@]/.test(bare)) return 'number'
  if (hasDay) return hasTime ? 'dateTime' : 'date'
  if (hasTime) return 'time'
  return bare.includes('%') ? 'percent' : 'number'
}

/** A number as a person sees it in the cell: dates as ISO 8601, no noise of binary fractions. */
export function numberText(written: string, style: CellStyle, from1904: boolean): string {
  const value = Number(written)
  if (!Number.isFinite(value)) return written
  if (style === 'number') return plainNumber(value)
  if (style === 'percent') return `${plainNumber(value * 100)}%`
  return dateText(value, style, from1904)
}

const plainNumber = (value: number): string => {
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e21
    ? Number.isInteger(rounded)
      ? BigInt(rounded).toString()
      : String(rounded)
    : String(rounded)
}

const dayLength = 86_400_000

/** Excel believes in 29 February 1900, the day 60. */
function dateText(value: number, style: CellStyle, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : value < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const date = new Date(start + Math.round((value * dayLength) / 1000) * 1000)
  if (Number.isNaN(date.getTime())) return plainNumber(value)
  const iso = date.toISOString()
  if (style === 'time') return iso.slice(11, 19)
  return style === 'date' ? iso.slice(0, 10) : iso.slice(0, 19)
}
