import { DomainError } from '../shared/errors.js'

export type ReleaseNumber = number | 'latest'

/** `latest`, or the number of a release. */
export function releaseNumber(text: string): ReleaseNumber {
  if (text === 'latest') return text
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new DomainError('invalid-input', `“${text}” is no release.`, {
    remedy: 'Give the number of a release, such as 1, or latest.',
    fields: { number: ['must be the number of a release, or latest'] },
  })
}
