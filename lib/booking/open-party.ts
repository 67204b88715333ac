import { openJson } from '#lib/identity/open-json.ts'
import type { SealedParty } from './seal-party.ts'

/** The person behind a party row; throws when the row was moved or altered. */
export function openParty(appointmentId: string, role: number, sealed: Uint8Array): SealedParty {
  return openJson<SealedParty>(`party ${appointmentId} ${role}`, sealed)
}
