import type { Pool } from '#lib/db/pool.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { readComingToken } from './read-coming-token.ts'
import { readSettled } from './read-settled.ts'
import type { AppointmentRecord, PartyRecord } from './store.ts'

/** Whose answer it is, and about which appointment. */
export interface ComingPass {
  readonly appointment: AppointmentRecord
  readonly party: PartyRecord
}

/**
 * What a token made by `signComing` opens. Undefined when it is forged, when the appointment has begun, or when it no
 * longer stands in the slot that was asked about.
 */
export async function readComingPass(pool: Pool, token: string, now: Date): Promise<ComingPass | undefined> {
  const link = readComingToken(token)
  const appointment = link && (await readSettled(pool, link.code, now))
  if (!link || appointment?.slotId !== link.slotId) return undefined
  if (instantAt(appointment.date, appointment.startTime) <= now) return undefined
  const party = appointment.parties.find(({ role }) => role === link.role)
  return party && { appointment, party }
}
