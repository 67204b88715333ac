import { writeEntry } from '#lib/audit/write-entry.ts'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { countBookedAt, deleteStop, lockSlotsAt, lockStop } from './stop.sql.ts'

/** Why a stop cannot be taken out: so many couples would stand before an empty place. */
export interface StopRefusal extends Refusal {
  readonly booked?: number
}

/** Takes a stop out of the plan and its times off the offer; not while couples have one, and then it tells how many. */
export async function removeStop(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly stopId: string; readonly now: Date },
): Promise<{ readonly ok: true } | StopRefusal> {
  const { actor, stopId, now } = wish
  if (!isUuid(stopId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const stop = await lockStop(client, stopId)
    if (!stop) return refuse('not-found')
    const refusal = refuseStaff(actor, 'edit-itinerary', stop)
    if (refusal) return refusal
    const { id: officeId, date } = stop
    await lockSlotsAt(client, { ...stop, officeId })
    const booked = await countBookedAt(client, { ...stop, officeId })
    if (booked > 0)
      return { ...refuse('not-allowed', [{ path: 'stopId', reason: 'couples-are-booked' }]), booked }
    await deleteStop(client, stopId)
    await materialiseSlots(client, { from: date, until: date }, { officeIds: [officeId], now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'stop-removed',
      subjectKind: 'stop',
      subjectId: stopId,
      officeId,
      detail: { date, opens: stop.opens, closes: stop.closes },
    })
    return { ok: true }
  })
}
