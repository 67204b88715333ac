import { Secret } from 'otpauth'
import { deriveSecret } from './derive-secret.ts'

/**
 * The authenticator secret that a link offers, in base32: always the same for one link, so that the page may be shown
 * again, and from the link alone nobody can compute it.
 */
export function deriveTotpSecret(token: string): string {
  const bytes = Uint8Array.from(deriveSecret('staff authenticator', token).subarray(0, 20))
  return new Secret({ buffer: bytes.buffer }).base32
}
