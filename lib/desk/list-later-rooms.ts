import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { ROOM_DAYS_AHEAD, type RoomUse } from '#lib/domain/room.ts'
import { openGate } from './open-gate.ts'
import { readRooms, readRoomUses, roomUseOf } from './room.sql.ts'

/** A room that is booked for a later day. */
export interface LaterUse extends RoomUse {
  readonly room: LocalizedText
}

/** What is booked in the rooms of an office from tomorrow on, by time. */
export async function listLaterRooms(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<readonly LaterUse[]>> {
  const place = await openGate(pool, wish, 'use-room')
  if ('ok' in place) return place
  const today = shanghaiToday(wish.now)
  const rooms = await readRooms(pool, place.id)
  const rows = await readRoomUses(pool, {
    officeId: place.id,
    from: addDays(today, 1),
    until: addDays(today, ROOM_DAYS_AHEAD),
  })
  return accept(
    rows.flatMap((row) => {
      const room = rooms.find(({ id }) => id === row.roomId)
      return room && !row.endedAt ? [{ ...roomUseOf(row), room: room.name }] : []
    }),
  )
}
