import { deriveSecret } from '#lib/identity/derive-secret.ts'

/** Which question a link answers: of one person, about one appointment in one slot. */
export interface ComingLink {
  readonly code: string
  readonly role: number
  readonly slotId: number
}

// 128 bits: short enough for a text message, and nobody guesses it.
const PROOF_BYTES = 16

/**
 * The token of the link in the message that asks "still coming?": whoever holds it may answer for this person without
 * signing in. It is void once the appointment has begun or has another time.
 */
export function signComing({ code, role, slotId }: ComingLink): string {
  const secret = deriveSecret('still coming', `${code} ${role} ${slotId}`)
  return `${code}-${role}-${slotId}-${secret.subarray(0, PROOF_BYTES).toString('base64url')}`
}
