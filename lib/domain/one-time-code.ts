import type { ContactMedium } from './contact.ts'

/** What six digits are asked for; a code for one purpose opens nothing else. */
export type CodePurpose = 'journey-phone' | 'contact'

/** Where a code is sent, and what it proves to be reachable. */
export interface CodeAddress {
  readonly medium: ContactMedium
  readonly address: string
}

/** Six digits, some 20 bits, for at most ten minutes and five tries (OWASP ASVS 6.5.1, 6.5.4, 6.5.5, 6.6.3). */
export const CODE_DIGITS = 6
export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** So long one waits before another is sent. */
export const RESEND_SECONDS = 60

/** The digits as typed, pasted with spaces or hyphens, or in full-width figures; undefined when they are no six digits. */
export function readOneTimeCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}
