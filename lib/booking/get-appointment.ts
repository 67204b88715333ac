import type { Pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { appointmentView } from './appointment-view.ts'
import { noteLook } from './note-look.ts'
import { readSettled } from './read-settled.ts'
import type { AppointmentView } from './view-for.ts'

/**
 * The appointment of a code, for one of its people or its channel; anybody else hears the same as for no such code. That
 * a channel has looked goes on the record, for its two people to see.
 */
export async function getAppointment(
  pool: Pool,
  code: string,
  actor: Actor,
  now: Date,
): Promise<Result<AppointmentView>> {
  const record = await readSettled(pool, code, now)
  const view = record && appointmentView(record, actor)
  if (!record || !view) return refuse('not-found')
  if (actor.kind === 'channel') await noteLook(pool, record, { by: actor, act: 'appointment-viewed', now })
  return accept(view)
}
