import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { alarmsSince, type DeskAlarm, shownAlarms } from '#lib/domain/desk-alarm.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { readAlarms } from './alarm.sql.ts'
import { openGate } from './open-gate.ts'
import { shareReading } from './share-reading.ts'

/**
 * What stands on the screens of an office now: calls for help that are open, and for a moment who answered. Read once for
 * all screens that ask in the same moment.
 */
export async function listAlarms(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<readonly DeskAlarm[]>> {
  const { now } = wish
  const place = await openGate(pool, wish, 'raise-alarm')
  if ('ok' in place) return place
  const alarms = await shareReading(pool, `alarms ${place.id}`, () =>
    readAlarms(pool, { officeId: place.id, since: alarmsSince(now) }),
  )
  return accept(shownAlarms(alarms, now))
}
