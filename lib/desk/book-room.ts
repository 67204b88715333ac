import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { laterSpan, ROOM_MINUTE_CHOICES } from '#lib/domain/room.ts'
import { putRoomUse } from './put-room-use.ts'
import { findRoomPlace } from './room.sql.ts'

/**
 * Books a room for a later time: a day and a clock time as typed, for so many minutes. Nobody is named: who comes is told
 * when they are there. Refuses times that are over, too far off, or somebody else’s. Returns the id of the use, by which
 * `freeRoom` gives it back.
 */
export async function bookRoom(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly roomId: string
    readonly day: string
    readonly time: string
    readonly minutes: number
    readonly now: Date
  },
): Promise<Result<string>> {
  const { actor, roomId, minutes, now } = wish
  const place = await findRoomPlace(pool, roomId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(actor, 'use-room', place)
  if (refusal) return refusal
  if (!ROOM_MINUTE_CHOICES.includes(minutes))
    return refuse('invalid-input', [{ path: 'minutes', reason: 'required' }])
  const span = laterSpan(wish, now)
  if (!span.ok) return span
  return putRoomUse(pool, { roomId, place, ...span.value, act: 'room-booked', by: actor.id, now })
}
