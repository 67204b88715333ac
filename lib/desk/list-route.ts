import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { maskName } from '#lib/domain/masking.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { readRoute } from './home.sql.ts'
import type { VisitLine } from './list-home-visits.ts'
import { openGate } from './open-gate.ts'
import { openHomeVisit } from './open-home-visit.ts'

/** The visits of a day in the order of the route, without what would tell where somebody lives. */
export async function listRoute(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly day: CalendarDate
    readonly now: Date
  },
): Promise<Result<readonly VisitLine[]>> {
  const place = await openGate(pool, wish, 'see-home-visits')
  if ('ok' in place) return place
  const visits = await readRoute(pool, { officeId: place.id, day: wish.day })
  return accept(
    visits.map(({ sealed, ...open }) => ({
      ...open,
      names: openHomeVisit({ id: open.id, sealed }).people.map(({ name }) => maskName(name)),
    })),
  )
}
