import type { Pool } from '#lib/db/pool.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { effectiveStatus } from '#lib/domain/appointment-status.ts'
import { settleOverdue } from './settle-overdue.ts'
import { type AppointmentRecord, findByCode } from './store.ts'

/** The appointment as it counts at this instant: a wait that has run out is ended first. */
export async function readSettled(
  pool: Pool,
  typedCode: string,
  now: Date,
): Promise<AppointmentRecord | undefined> {
  const code = readAppointmentCode(typedCode)
  if (!code) return undefined
  const record = await findByCode(pool, code)
  if (!record || effectiveStatus(record, now) === record.status) return record
  await settleOverdue(pool, now, { appointmentId: record.id })
  return findByCode(pool, code)
}
