import { isDebugging } from '../config.js'
import { DomainError, type FilePlace } from '../shared/errors.js'

/** `termloom: file:line: message`, the fields concerned, and what to do about it, on stderr. No stack trace for a user. */
export function reportFailure(error: unknown): void {
  for (const line of linesFor(error)) process.stderr.write(`${line}\n`)
}

function linesFor(error: unknown): string[] {
  if (!(error instanceof DomainError)) return surprise(error)
  const { place, fields = {}, remedy } = error.details
  return [
    `termloom: ${where(place)}${error.message}`,
    ...Object.entries(fields).map(([name, problems]) => `  ${name}: ${problems.join(', ')}`),
    ...(remedy ? [`  ${remedy}`] : []),
  ]
}

function where(place: FilePlace | undefined): string {
  const parts = [place?.file, place?.line, place?.line === undefined ? undefined : place?.column].filter(
    (part) => part !== undefined,
  )
  const position = parts.length > 0 ? `${parts.join(':')}: ` : ''
  return place?.offset === undefined ? position : `${position}at byte ${place.offset}: `
}

const systemErrors: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'is not a folder',
  ENOSPC: 'no space left on the disk',
}

/** What the system says of a file is clear enough; the rest is ours, and `TERMLOOM_LOG_LEVEL=debug` shows where. */
function surprise(error: unknown): string[] {
  const { code, path, message, stack } = error as NodeJS.ErrnoException
  if (code && path && systemErrors[code]) return [`termloom: ${path}: ${systemErrors[code]}`]
  return [`termloom: ${message ?? String(error)}`, ...(isDebugging() && stack ? [stack] : [])]
}
