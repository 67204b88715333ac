import { Secret, TOTP } from 'otpauth'

/** The address by which an authenticator app takes up a secret (otpauth://totp/…). */
export function nameAuthenticator(username: string, secret: string): string {
  return new TOTP({ issuer: 'Yueding', label: username, secret: Secret.fromBase32(secret) }).toString()
}
