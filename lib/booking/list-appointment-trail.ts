import { listTrail, type TrailEntry } from '#lib/audit/list-trail.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { listAsked } from './own-data.sql.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import { tellTrail } from './tell-trail.ts'

const MOST = 200

/** Who did or saw what of an appointment, the latest first: for its people, and for nobody else. */
export async function listAppointmentTrail(
  pool: Pool,
  wish: { readonly actor: Actor; readonly code: string; readonly now: Date },
): Promise<Result<TrailEntry[]>> {
  const { actor, code, now } = wish
  const appointment = actor.kind === 'person' ? await readSettled(pool, code, now) : undefined
  const own = appointment && partyOf(appointment, identityOf(actor))
  if (!appointment || !own) return refuse('not-found')
  const viewer = { viewerId: actor.id, viewerIndex: own.personIndex, limit: MOST }
  const trail = await listTrail(pool, { ...viewer, subjectIds: [appointment.id] })
  const hasAsked = await listAsked(pool, appointment.id, own.role)
  return accept(tellTrail(trail, { appointmentId: appointment.id, hasAsked }))
}
