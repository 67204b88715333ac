import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { alarmsSince } from '#lib/domain/desk-alarm.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { insertAlarm } from './alarm.sql.ts'
import { openGate } from './open-gate.ts'

/** Calls for help: every screen of the office shows it at once. Pressed again while it stands, it is the same call. */
export async function raiseAlarm(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly window: string | undefined
    readonly now: Date
  },
): Promise<Result<string>> {
  const { actor, window, now } = wish
  const place = await openGate(pool, wish, 'raise-alarm')
  if ('ok' in place) return place
  return poolTransaction(pool, async (client) => {
    const id = uuidV7(now, drawRandom(10))
    const made = { id, officeId: place.id, window, staffId: actor.id, since: alarmsSince(now), now }
    const standing = await insertAlarm(client, made)
    if (standing === id)
      await writeEntry(client, {
        at: now,
        actorKind: 'staff',
        actorId: actor.id,
        act: 'alarm-raised',
        subjectKind: 'office',
        subjectId: place.id,
        officeId: place.id,
        detail: { alarm: id, window: window ?? null },
      })
    return accept(standing)
  })
}
