import type { Comment } from '../../api/types.js'

export interface Thread {
  first: Comment
  answers: Comment[]
}

/** In the order in which they were begun. */
export function threadsOf(comments: Comment[]): Thread[] {
  return comments
    .filter(({ answers }) => answers === null)
    .map((first) => ({ first, answers: comments.filter(({ answers }) => answers === first.id) }))
}

/** The name that is being written after `@` before the caret, or null. */
export function nameBegun(text: string, caret: number): { start: number; name: string } | null {
  const before = text.slice(0, caret)
  const start = Math.max(before.lastIndexOf('@'), before.lastIndexOf('＠'))
  if (start === -1 || /[\w.+-]$/.test(before.slice(0, start))) return null
  const name = before.slice(start + 1)
  return /^[^\n@＠]{0,40}$/.test(name) && !/^\s/.test(name) ? { start, name } : null
}

/** The text with the name put where it was begun, and where the caret stands then. */
export function withName(text: string, caret: number, start: number, name: string): { text: string; caret: number } {
  const called = `@${name} `
  return { text: text.slice(0, start) + called + text.slice(caret).replace(/^ /, ''), caret: start + called.length }
}
