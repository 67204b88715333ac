import type { Care } from '#lib/domain/care.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

/** What is kept of a wish to the desk (`party.care`), bound to its appointment and role. */
export function sealCare(appointmentId: string, role: number, care: Care): Buffer {
  return sealJson(`care ${appointmentId} ${role}`, care)
}
