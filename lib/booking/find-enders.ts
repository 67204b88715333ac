import { listTrail, type TrailEntry } from '#lib/audit/list-trail.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { isOver } from '#lib/domain/appointment-status.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import type { AppointmentView } from './view-for.ts'

const ENDS = ['appointment-cancelled', 'appointment-declined']

/** Who has ended these appointments of somebody, as seen by them; by the appointment's id, nothing where nobody did. */
export async function findEnders(
  pool: Pool,
  actor: Actor,
  appointments: readonly Pick<AppointmentView, 'id' | 'status'>[],
): Promise<ReadonlyMap<string, TrailEntry>> {
  const identity = identityOf(actor)
  if (!identity) return new Map()
  const subjectIds = appointments.filter(({ status }) => isOver(status)).map(({ id }) => id)
  const entries = await listTrail(pool, {
    subjectIds,
    viewerId: actor.id,
    viewerIndex: indexPerson(identity.documentType, normalizeNumber(identity.documentNumber)),
    acts: ENDS,
    limit: 2 * subjectIds.length,
  })
  return new Map(entries.map((entry) => [entry.subjectId, entry]))
}
