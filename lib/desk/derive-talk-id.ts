import { deriveSecret } from '#lib/identity/derive-secret.ts'

/**
 * The id of the counselling number that a referral gives. It can be computed again to take the referral back, and only by
 * us: no row ties somebody's visit to a talk, since counselling is confidential.
 */
export function deriveTalkId({ id, version }: { readonly id: string; readonly version: number }): string {
  const bytes = deriveSecret('talk', `${id} ${version}`).subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
