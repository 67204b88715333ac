import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { readRoute, type VisitRecord } from './home.sql.ts'
import { openGate } from './open-gate.ts'
import { openHomeVisit } from './open-home-visit.ts'
import type { SealedVisit } from './seal-home-visit.ts'

/** A stop of the route as it is printed. */
export type RouteStop = Omit<VisitRecord, 'sealed'> & Pick<SealedVisit, 'address' | 'note' | 'people'>

/** The route of a day with names, addresses and telephones, to be taken along; each print is put on the record first. */
export async function printRoute(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly day: CalendarDate
    readonly now: Date
  },
): Promise<Result<readonly RouteStop[]>> {
  const { actor, day, now } = wish
  const place = await openGate(pool, wish, 'see-home-visits')
  if ('ok' in place) return place
  const refusal = refuseStaff(actor, 'reveal-person', place)
  if (refusal) return refusal
  return poolTransaction(pool, async (client) => {
    const visits = await readRoute(client, { officeId: place.id, day })
    for (const { id } of visits)
      await writeEntry(client, {
        at: now,
        actorKind: 'staff',
        actorId: actor.id,
        act: 'home-visit-printed',
        subjectKind: 'home-visit',
        subjectId: id,
        officeId: place.id,
        detail: { date: day },
      })
    return accept(
      visits.map(({ sealed, ...open }) => {
        const { address, note, people } = openHomeVisit({ id: open.id, sealed })
        return { ...open, address, note, people }
      }),
    )
  })
}
