import { noteView } from '#lib/audit/note-view.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { AppointmentRecord } from './store.ts'

/** Puts on the record that a channel, or somebody who knew code and document, has seen an appointment. */
export function noteLook(
  pool: Pool,
  appointment: Pick<AppointmentRecord, 'id' | 'officeId'>,
  look: { readonly by: Actor | undefined; readonly act: string; readonly now: Date },
): Promise<void> {
  const { by, act, now: at } = look
  return noteView(pool, {
    at,
    actorKind: by?.kind ?? 'person',
    ...(by ? { actorId: by.id } : {}),
    act,
    subjectKind: 'appointment',
    subjectId: appointment.id,
    officeId: appointment.officeId,
  })
}
