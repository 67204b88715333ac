import { deriveSecret } from '#lib/identity/derive-secret.ts'

// 128 bits: short enough for a small QR code, and nobody guesses it.
const PROOF_BYTES = 16

/** The token of the page that follows a number: the id of the ticket and our proof, and nothing about anybody. */
export function signNumber(ticketId: string): string {
  const packed = Buffer.from(ticketId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${packed}-${deriveSecret('follow number', ticketId).subarray(0, PROOF_BYTES).toString('base64url')}`
}
