import { deriveSecret } from '#lib/identity/derive-secret.ts'

/** What stands in the link by which a couple leaves the list; only we can make it, and only its hash is stored. */
export function makeLeaveToken(entryId: string): string {
  return deriveSecret('leave-waiting-list', entryId).subarray(0, 32).toString('base64url')
}
