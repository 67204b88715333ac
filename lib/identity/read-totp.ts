import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30

/**
 * The time step to which a typed code belongs (RFC 6238: six digits, SHA-1, 30 s), the one before and the one after
 * included, since clocks differ; undefined for a wrong one. Whether the step was used already is for the caller.
 */
export function readTotp(secret: string, typed: string, now: Date): number | undefined {
  const token = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS, digits: 6 })
  const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
}
