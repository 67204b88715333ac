import { deriveSecret } from '#lib/identity/derive-secret.ts'

// 128 bits, as in every link that is its own authority.
const PROOF_BYTES = 16

/** The token of the link by which people rate one finished visit: whoever holds it may, once. It says nothing about them. */
export function signRating(ticketId: string): string {
  const proof = deriveSecret('rating', ticketId).subarray(0, PROOF_BYTES)
  return Buffer.concat([Buffer.from(ticketId.replaceAll('-', ''), 'hex'), proof]).toString('base64url')
}
