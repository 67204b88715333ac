import type { StaffGrant } from './permissions.ts'

/** A role that waits for a second person: for somebody who is to be invited with it, or for an account that exists. */
export interface GrantRequest extends StaffGrant {
  /** Of an account that exists. */
  readonly staffId?: string
  readonly username: string
  /** Under which they work; the name of a public servant. */
  readonly name: string
}
