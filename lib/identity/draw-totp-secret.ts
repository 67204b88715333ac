import { Secret } from 'otpauth'

/** A new secret for an authenticator: 160 random bits (RFC 4226), in base32 as people can type it. */
export function drawTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}
