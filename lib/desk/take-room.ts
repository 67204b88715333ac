import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { ROOM_MINUTE_CHOICES, roomSpan } from '#lib/domain/room.ts'
import { isUuid, uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { tellDesk } from './live.sql.ts'
import { findRoomPlace, insertRoomUse, lockRoom } from './room.sql.ts'
import { findTicket } from './store.ts'

/**
 * Takes a room from now on for so many minutes, for the people of a ticket of today or for whoever has none. Two at once
 * never get the same room for the same minute: the room is locked, looked at, and taken. Returns the id of the use.
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
  return poolTransaction(pool, async (client) => {
    await lockRoom(client, roomId)
    const id = uuidV7(now, drawRandom(10))
    const span = roomSpan(now, minutes)
    const use = { id, roomId, ticketId, ...span, createdAt: now, createdBy: actor.id }
    if (!(await insertRoomUse(client, use)))
      return refuse('not-allowed', [{ path: 'roomId', reason: 'room-taken' }])
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'room-taken',
      subjectKind: 'office',
      subjectId: place.id,
      officeId: place.id,
      detail: { room: roomId, minutes },
    })
    await tellDesk(client, place.id)
    return accept(id)
  })
}
