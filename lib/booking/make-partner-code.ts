import { partnerCodeFrom } from '#lib/domain/partner-code.ts'
import { deriveSecret } from '#lib/identity/derive-secret.ts'
import { hashPartnerCode } from './hash-partner-code.ts'

/**
 * The partner code of an appointment. It is derived, never stored: the first person can see it again, a copy of the
 * database cannot tell it. A new round makes a new code and voids the old one.
 */
export function makePartnerCode(
  appointmentId: string,
  round: number,
): { readonly code: string; readonly hash: Buffer } {
  const code = partnerCodeFrom(deriveSecret('partner-code', `${appointmentId} ${round}`))
  return { code, hash: hashPartnerCode(code, appointmentId) }
}
