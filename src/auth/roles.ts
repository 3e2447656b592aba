/** From least to most: each role may do all that the ones before it may. */
export const roles = ['reader', 'editor', 'administrator'] as const

export type Role = (typeof roles)[number]

export function mayActAs(held: Role, wanted: Role): boolean {
  return roles.indexOf(held) >= roles.indexOf(wanted)
}

/** The lesser of two: a key never reaches further than its owner. */
export function lesser(one: Role, other: Role): Role {
  return mayActAs(one, other) ? other : one
}

/** Who is asking: a person, or a program by a key of that person. */
export interface Actor {
  /** Id of the person in either case: decisions and the audit log name people. */
  id: string
  name: string
  role: Role
  /** The key by which a program asks. */
  keyId?: string
}
