import { randomUUID } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readStop, type StopInput } from '#lib/domain/stop.ts'
import { hasStopBetween, insertStop, lockMobileOffice } from './stop.sql.ts'

/**
 * Puts a stop into the plan of a mobile office, and its times on offer. Refuses two places at one time, and an office
 * that stays where it is.
 */
export async function addStop(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly input: StopInput
    readonly now: Date
  },
): Promise<Result<{ readonly id: string }>> {
  const { actor, officeId, now } = wish
  return poolTransaction(pool, async (client) => {
    const office = await lockMobileOffice(client, officeId)
    if (!office) return refuse('not-found')
    const refusal = refuseStaff(actor, 'edit-itinerary', office)
    if (refusal) return refusal
    if (office.tier !== 'mobile')
      return refuse('not-allowed', [{ path: 'officeId', reason: 'stays-where-it-is' }])
    const read = readStop(wish.input, shanghaiToday(now))
    if (!read.ok) return read
    const stop = { ...read.value, officeId, id: randomUUID() }
    if (await hasStopBetween(client, stop))
      return refuse('not-allowed', [{ path: 'opens', reason: 'stands-elsewhere' }])
    await insertStop(client, stop)
    await materialiseSlots(client, { from: stop.date, until: stop.date }, { officeIds: [officeId], now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'stop-added',
      subjectKind: 'stop',
      subjectId: stop.id,
      officeId,
      detail: { date: stop.date, opens: stop.opens, closes: stop.closes },
    })
    return accept({ id: stop.id })
  })
}
