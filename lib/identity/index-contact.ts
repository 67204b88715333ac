import type { CodeAddress } from '#lib/domain/one-time-code.ts'
import { deriveSecret } from './derive-secret.ts'

/** By which an address is compared without being read: 32 bytes, worthless without our secret. */
export function indexContact({ medium, address }: CodeAddress): Buffer {
  return deriveSecret('contact-index', `${medium}\n${address}`).subarray(0, 32)
}
