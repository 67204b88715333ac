import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { tellDesk } from './live.sql.ts'
import { endRoomUse, lockRoomUse } from './room.sql.ts'

/** Gives a room back before its time, or before it began; from then on nobody can tell who was in there. */
export async function freeRoom(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly useId: string; readonly now: Date },
): Promise<Result<undefined>> {
  const { actor, useId, now } = wish
  if (!isUuid(useId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const place = await lockRoomUse(client, useId)
    if (!place) return refuse('not-found')
    const refusal = refuseStaff(actor, 'use-room', place)
    if (refusal) return refusal
    await endRoomUse(client, useId, now)
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: place.startsAt > now ? 'room-cancelled' : 'room-freed',
      subjectKind: 'office',
      subjectId: place.id,
      officeId: place.id,
    })
    await tellDesk(client, place.id)
    return accept(undefined)
  })
}
