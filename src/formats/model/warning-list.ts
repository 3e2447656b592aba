import type { ReadingWarning } from './glossary.js'

/** Warnings of a reading, one row a kind, however often it is met. */
export class WarningList {
  readonly list: ReadingWarning[] = []
  private readonly byKind = new Map<string, ReadingWarning>()

  add(code: string, message: string, line?: number): void {
    const key = `${code} ${message}`
    const known = this.byKind.get(key)
    if (known) {
      known.count++
      return
    }
    const warning = { code, message, line, count: 1 }
    this.byKind.set(key, warning)
    this.list.push(warning)
  }
}
