import { DomainError } from '../shared/errors.js'

/** A strong validator (RFC 9110, section 8.8.3) made of the version that two editors might both be changing. */
export function etagOf(version: number): string {
  return `"v${version}"`
}

/** The version that `If-Match` names; a change without it could overwrite somebody's work unseen (RFC 6585, 428). */
export function versionFrom(ifMatch: string | undefined): number {
  if (ifMatch === undefined)
    throw new DomainError('version-missing', 'The request does not say which version it changes.', {
      remedy: 'Send the ETag of the version you read in the header If-Match.',
    })
  // A proxy that compresses may have weakened the tag.
  const version = /^(?:W\/)?"v(\d+)"$/.exec(ifMatch.trim())?.[1]
  if (version) return Number(version)
  throw new DomainError('version-behind', `${ifMatch} is no version of this concept.`, {
    remedy: 'Read the concept again and send its ETag.',
  })
}
