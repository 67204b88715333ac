import { deriveSecret } from '#lib/identity/derive-secret.ts'

/**
 * By what a repeated request is known, as base64 of 32 bytes. Keyed: a request holds people's numbers, and a plain hash
 * of so few possibilities could be tried out by whoever gets hold of a copy of the database.
 */
export function hashRequest(request: unknown): string {
  return deriveSecret('request', JSON.stringify(request)).toString('base64', 0, 32)
}
