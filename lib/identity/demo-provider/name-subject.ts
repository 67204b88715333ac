import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { deriveSecret } from '../derive-secret.ts'

/** The demo service's name for somebody: the same at every sign-in, telling nothing. A new phone is the same person. */
export function nameSubject({ name, documentType, documentNumber }: VerifiedIdentity): string {
  const whole = [documentType, documentNumber, name].join('\n')
  return deriveSecret('demo-identity-subject', whole).subarray(0, 24).toString('base64url')
}
