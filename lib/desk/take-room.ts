import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { ROOM_MINUTE_CHOICES, roomSpan } from '#lib/domain/room.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { putRoomUse } from './put-room-use.ts'
import { findRoomPlace } from './room.sql.ts'
import { findTicket } from './store.ts'

/**
 * Takes a room from now on for so many minutes, for the people of a ticket of today or for whoever has none. Two at once
 * never get the same room for the same minute, nor a minute that is booked for others: the database keeps them apart.
 * Returns the id of the use.
 */
export async function takeRoom(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly roomId: string
    readonly minutes: number
    readonly ticketId?: string | undefined
    readonly now: Date
  },
): Promise<Result<string>> {
  const { actor, roomId, minutes, ticketId, now } = wish
  const place = await findRoomPlace(pool, roomId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(actor, 'use-room', place)
  if (refusal) return refusal
  if (!ROOM_MINUTE_CHOICES.includes(minutes))
    return refuse('invalid-input', [{ path: 'minutes', reason: 'required' }])
  if (ticketId !== undefined) {
    const found = isUuid(ticketId) ? await findTicket(pool, ticketId) : undefined
    if (found?.ticket.officeId !== place.id || found.ticket.date !== shanghaiToday(now))
      return refuse('invalid-input', [{ path: 'ticketId', reason: 'not-today' }])
  }
  const use = { roomId, place, ticketId, ...roomSpan(now, minutes), by: actor.id, now }
  return putRoomUse(pool, { ...use, act: 'room-taken' })
}
