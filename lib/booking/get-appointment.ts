import type { Pool } from 'pg'
import type { Actor } from '#lib/domain/actor.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { effectiveStatus } from '#lib/domain/appointment-status.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type AppointmentView, appointmentView } from './appointment-view.ts'
import { settleOverdue } from './settle-overdue.ts'
import { type AppointmentRecord, findByCode } from './store.ts'

/** The appointment of a code, for one of its people or its channel; anybody else hears the same as for no such code. */
export async function getAppointment(
  pool: Pool,
  code: string,
  actor: Actor,
  now: Date,
): Promise<Result<AppointmentView>> {
  const record = await readSettled(pool, code, now)
  const view = record && appointmentView(record, actor)
  return view ? accept(view) : refuse('not-found')
}

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
