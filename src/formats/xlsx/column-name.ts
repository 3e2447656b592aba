/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnNameOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnNameOf(Math.floor(index / 26) - 1) + last
}
