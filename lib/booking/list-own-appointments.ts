import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { appointmentView } from './appointment-view.ts'
import { settleOverdue } from './settle-overdue.ts'
import { listByPerson } from './store.ts'
import type { AppointmentView } from './view-for.ts'

/** All appointments of a person, the latest first. */
export async function listOwnAppointments(pool: Pool, actor: Actor, now: Date): Promise<AppointmentView[]> {
  const identity = identityOf(actor)
  if (!identity) return []
  const index = indexPerson(identity.documentType, normalizeNumber(identity.documentNumber))
  await settleOverdue(pool, now, { personIndexes: [index] })
  const records = await listByPerson(pool, index)
  return records.flatMap((record) => appointmentView(record, actor) ?? [])
}
