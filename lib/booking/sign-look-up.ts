import { deriveSecret } from '#lib/identity/derive-secret.ts'

/** Proof that code and document were known in this browser, good until `until` (seconds since 1970). */
export function signLookUp(code: string, until: number): string {
  return `${code}.${until}.${deriveSecret('looked-up', `${code} ${until}`).toString('base64url')}`
}
