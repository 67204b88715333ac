import { noteView } from '#lib/audit/note-view.ts'
import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findVisit, readVisitClerks, type VisitRecord } from './home.sql.ts'
import { openHomeVisit } from './open-home-visit.ts'
import type { SealedVisit } from './seal-home-visit.ts'

/** A visit in full, for whoever calls the people and plans it. */
export type OpenVisit = Omit<VisitRecord, 'sealed'> &
  Pick<SealedVisit, 'address' | 'note' | 'people'> & {
    /** Who may be sent. */
    readonly clerks: readonly { readonly id: string; readonly name: string }[]
  }

/** One visit with names, address and telephone; that somebody looked is on the record before they see it. */
export async function showHomeVisit(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly visitId: string; readonly now: Date },
): Promise<Result<OpenVisit>> {
  const { actor, visitId, now } = wish
  const visit = isUuid(visitId) ? await findVisit(pool, visitId) : undefined
  if (!visit) return refuse('not-found')
  const place = { id: visit.officeId, regionCode: visit.regionCode }
  const refusal = refuseStaff(actor, 'see-home-visits', place) ?? refuseStaff(actor, 'reveal-person', place)
  if (refusal) return refusal
  await noteView(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'home-visit-seen',
    subjectKind: 'home-visit',
    subjectId: visit.id,
    officeId: visit.officeId,
  })
  const { sealed, ...open } = visit
  const { address, note, people } = openHomeVisit(visit)
  return accept({ ...open, address, note, people, clerks: await readVisitClerks(pool, visit.officeId) })
}
