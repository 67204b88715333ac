import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { isRunning, type RoomUse } from '#lib/domain/room.ts'
import { openGate } from './open-gate.ts'
import { type Room, readRooms, readRoomUses, roomUseOf } from './room.sql.ts'

/** A room as it stands on the board. */
export interface RoomToday extends Room {
  /** By time. */
  readonly uses: readonly RoomUse[]
  /** Who is in there now. */
  readonly running: RoomUse | undefined
}

/** The rooms of an office with who uses them today, as numbers. */
export async function listRooms(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<readonly RoomToday[]>> {
  const { now } = wish
  const place = await openGate(pool, wish, 'use-room')
  if ('ok' in place) return place
  const rooms = await readRooms(pool, place.id)
  const today = shanghaiToday(now)
  const rows = await readRoomUses(pool, { officeId: place.id, from: today, until: today })
  return accept(
    rooms.map((room) => {
      const uses = rows.filter(({ roomId }) => roomId === room.id).map(roomUseOf)
      return { ...room, uses, running: uses.find((use) => isRunning(use, now)) }
    }),
  )
}
