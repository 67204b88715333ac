import type { Care } from '#lib/domain/care.ts'
import { openJson } from '#lib/identity/open-json.ts'

/** The wish that `sealCare` has sealed; throws when the row was moved or altered. */
export function openCare(appointmentId: string, role: number, sealed: Uint8Array): Care {
  return openJson<Care>(`care ${appointmentId} ${role}`, sealed)
}
