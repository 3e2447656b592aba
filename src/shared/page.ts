/** A page of a long list, walked by keyset: pass `next` back as `cursor`. */
export interface Page<T> {
  items: T[]
  next: string | null
  /** How many match in all, where the list can say so cheaply. */
  total?: number
}

/** Cursors are opaque to clients: JSON, base64url. */
export function encodeCursor(position: unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** The position a cursor stands for, or null when it is not one of ours. */
export function decodeCursor(cursor: string): unknown[] | null {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(position) ? position : null
  } catch {
    return null
  }
}
