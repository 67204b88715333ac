import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { maskName } from '#lib/domain/masking.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { readOpenVisits, type VisitRecord } from './home.sql.ts'
import { openGate } from './open-gate.ts'
import { openHomeVisit } from './open-home-visit.ts'

/** A visit as lists show it: names masked, no address, no telephone. */
export type VisitLine = Omit<VisitRecord, 'sealed'> & { readonly names: readonly string[] }

/** The visits of an office that are wished for or planned. */
export async function listHomeVisits(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<readonly VisitLine[]>> {
  const place = await openGate(pool, wish, 'see-home-visits')
  if ('ok' in place) return place
  const visits = await readOpenVisits(pool, place.id)
  return accept(
    visits.map(({ sealed, ...open }) => ({
      ...open,
      names: openHomeVisit({ id: open.id, sealed }).people.map(({ name }) => maskName(name)),
    })),
  )
}
