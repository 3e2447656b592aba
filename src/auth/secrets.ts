import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: too many to guess, so a plain SHA-256 of it is safe to store and quick to look up. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
