import type { PoolClient } from 'pg'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { Horizon } from '#lib/domain/retention.ts'
import type { RoomKind, RoomSpan, RoomUse } from '#lib/domain/room.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import type { Queryable } from './store.ts'

/** A room of an office. */
export interface Room {
  readonly id: string
  readonly name: LocalizedText
  readonly kind: RoomKind
  readonly seats: number
}

/** A use as it lies there, with the number of the people where they are still known. */
export interface RoomUseRow extends RoomSpan {
  readonly id: string
  readonly roomId: string
  readonly letter: string | null
  readonly number: number | null
  readonly endedAt: Date | null
  readonly by: string | null
}

/** The open rooms of an office, in their order. */
export async function readRooms(database: Queryable, officeId: string): Promise<Room[]> {
  const { rows } = await database.query<Room>(
    'SELECT id, name, kind, seats FROM room WHERE office_id = $1 AND open ORDER BY position, id',
    [officeId],
  )
  return rows
}

/** How the rooms of an office are used from one day to another, by time; without what was cancelled before it began. */
export async function readRoomUses(
  database: Queryable,
  wish: { readonly officeId: string; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<RoomUseRow[]> {
  const { rows } = await database.query<RoomUseRow>(
    `SELECT u.id, u.room_id AS "roomId", u.starts_at AS "startsAt", u.ends_at AS "endsAt", u.ended_at AS "endedAt",
       t.letter, t.number, s.name AS by
     FROM room_use u JOIN room r ON r.id = u.room_id LEFT JOIN ticket t ON t.id = u.ticket_id
     LEFT JOIN staff s ON s.id = u.created_by
     WHERE r.office_id = $1 AND u.starts_at >= $2 AND u.starts_at < $3 AND (u.ended_at IS NULL OR u.ended_at > u.starts_at)
     ORDER BY u.starts_at`,
    [wish.officeId, instantAt(wish.from, '00:00'), instantAt(addDays(wish.until, 1), '00:00')],
  )
  return rows
}

/** A use as the board shows it. */
export function roomUseOf({ id, startsAt, endsAt, endedAt, letter, number, by }: RoomUseRow): RoomUse {
  const shown = letter !== null && number !== null ? ticketNumber({ letter, number }) : undefined
  return { id, startsAt, endsAt, endedAt: endedAt ?? undefined, number: shown, by: by ?? undefined }
}

/** The place of a room; undefined when there is none, or it is closed. */
export async function findRoomPlace(database: Queryable, roomId: string): Promise<OfficePlace | undefined> {
  const { rows } = await database.query<OfficePlace>(
    `SELECT o.id, o.region_code AS "regionCode" FROM room r JOIN office o ON o.id = r.office_id
     WHERE r.id = $1 AND r.open`,
    [roomId],
  )
  return rows[0]
}

/** The rooms of these kinds of an office, the first kind first. */
export async function readRoomsOf(
  database: Queryable,
  { officeId, kinds }: { readonly officeId: string; readonly kinds: readonly RoomKind[] },
): Promise<Room[]> {
  const rooms = await readRooms(database, officeId)
  return rooms
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
}

/**
 * Puts a use down where nobody has the room meanwhile; false otherwise. The constraint `room_use_apart` decides, also
 * between two who write in the same moment.
 */
export async function insertRoomUse(
  client: PoolClient,
  use: RoomSpan & {
    readonly id: string
    readonly roomId: string
    readonly ticketId: string | undefined
    readonly createdAt: Date
    readonly createdBy: string
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO room_use (id, room_id, starts_at, ends_at, ticket_id, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [use.id, use.roomId, use.startsAt, use.endsAt, use.ticketId ?? null, use.createdAt, use.createdBy],
  )
  return rowCount === 1
}

/** The place of a use that goes on or is to come, and its begin, locked; undefined when there is none or it has been ended. */
export async function lockRoomUse(
  client: PoolClient,
  useId: string,
): Promise<(OfficePlace & { readonly startsAt: Date }) | undefined> {
  const { rows } = await client.query<OfficePlace & { startsAt: Date }>(
    `SELECT o.id, o.region_code AS "regionCode", u.starts_at AS "startsAt" FROM room_use u JOIN room r ON r.id = u.room_id
     JOIN office o ON o.id = r.office_id WHERE u.id = $1 AND u.ended_at IS NULL FOR NO KEY UPDATE OF u`,
    [useId],
  )
  return rows[0]
}

/** Ends a use, and forgets who was in there. */
export async function endRoomUse(client: PoolClient, useId: string, now: Date): Promise<void> {
  await client.query('UPDATE room_use SET ended_at = $2, ticket_id = NULL WHERE id = $1', [useId, now])
}

/** The use that goes on for the people of a ticket. */
export async function findUseOfTicket(
  database: Queryable,
  ticketId: string,
  now: Date,
): Promise<{ readonly id: string; readonly name: LocalizedText; readonly startsAt: Date } | undefined> {
  const { rows } = await database.query<{ id: string; name: LocalizedText; startsAt: Date }>(
    `SELECT u.id, r.name, u.starts_at AS "startsAt" FROM room_use u JOIN room r ON r.id = u.room_id
     WHERE u.ticket_id = $1 AND u.ended_at IS NULL AND u.ends_at > $2 ORDER BY u.starts_at DESC LIMIT 1`,
    [ticketId, now],
  )
  return rows[0]
}

/** Forgets who was in a room once their time is over. */
export async function forgetWhoUsedRooms(database: Queryable, now: Date): Promise<number> {
  const text = 'UPDATE room_use SET ticket_id = NULL WHERE ticket_id IS NOT NULL AND ends_at < $1'
  return (await database.query(text, [now])).rowCount ?? 0
}

/** Takes old uses away. */
export async function deleteRoomUses(database: Queryable, before: Horizon): Promise<number> {
  return (await database.query('DELETE FROM room_use WHERE ends_at < $1', [before.at])).rowCount ?? 0
}
