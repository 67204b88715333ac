import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { closeAlarm, lockOpenAlarm } from './alarm.sql.ts'

/** "I go": the first who says so has it. From whoever raised it, it takes the call back: a mistake. */
export async function answerAlarm(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly alarmId: string; readonly now: Date },
): Promise<Result<undefined>> {
  const { actor, alarmId, now } = wish
  if (!isUuid(alarmId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockOpenAlarm(client, alarmId)
    if (!found) return refuse('not-found')
    const { place, raisedBy } = found
    const refusal = refuseStaff(actor, 'raise-alarm', place)
    if (refusal) return refusal
    await closeAlarm(client, { id: alarmId, staffId: actor.id, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: raisedBy === actor.id ? 'alarm-withdrawn' : 'alarm-answered',
      subjectKind: 'office',
      subjectId: place.id,
      officeId: place.id,
      detail: { alarm: alarmId },
    })
    return accept(undefined)
  })
}
