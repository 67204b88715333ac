import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { deleteShift, lockShift } from './roster.sql.ts'

/** Takes a time off the roster. Days that are over stay as they were. */
export async function removeShift(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly shiftId: string; readonly now: Date },
): Promise<Result<true>> {
  const { actor, shiftId, now } = wish
  if (!isUuid(shiftId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockShift(client, shiftId)
    if (!found) return refuse('not-found')
    const { shift, place } = found
    const refusal = refuseStaff(actor, 'edit-roster', place)
    if (refusal) return refusal
    if (shift.date < shanghaiToday(now))
      return refuse('not-allowed', [{ path: 'days', reason: 'day-is-over' }])
    await deleteShift(client, shiftId)
    const { staffId, date, startTime, endTime } = shift
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'shift-removed',
      subjectKind: 'roster',
      subjectId: shiftId,
      officeId: place.id,
      detail: { staffId, date, startTime, endTime },
    })
    return accept(true)
  })
}
