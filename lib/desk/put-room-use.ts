import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { RoomSpan } from '#lib/domain/room.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { tellDesk } from './live.sql.ts'
import { insertRoomUse } from './room.sql.ts'

/**
 * Writes a use of a room down, on the record, and tells the screens of the office; refuses a time that somebody else has.
 * Returns the id of the use. SAFETY: whether this member of staff may is asked before.
 */
export function putRoomUse(
  pool: Pool,
  wish: RoomSpan & {
    readonly roomId: string
    readonly place: OfficePlace
    readonly ticketId?: string | undefined
    readonly act: 'room-taken' | 'room-booked'
    readonly by: string
    readonly now: Date
  },
): Promise<Result<string>> {
  const { roomId, place, ticketId, act, startsAt, endsAt, by, now } = wish
  return poolTransaction(pool, async (client) => {
    const id = uuidV7(now, drawRandom(10))
    const use = { id, roomId, ticketId, startsAt, endsAt, createdAt: now, createdBy: by }
    if (!(await insertRoomUse(client, use)))
      return refuse('not-allowed', [{ path: 'roomId', reason: 'room-taken' }])
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: by,
      act,
      subjectKind: 'office',
      subjectId: place.id,
      officeId: place.id,
      detail: { room: roomId, from: startsAt.toISOString(), until: endsAt.toISOString() },
    })
    await tellDesk(client, place.id)
    return accept(id)
  })
}
