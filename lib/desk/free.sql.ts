import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Queryable } from './store.ts'

/** A time with all its seats, those of the public and those kept for the counter. */
export interface FreeSlot {
  readonly id: number
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly capacity: number
  readonly taken: number
  readonly laneId: string
  /** A quota counts here beside the windows. */
  readonly limited: boolean
}

/** The open times of a service in an office, in order. */
export async function readFreeSlots(
  database: Queryable,
  wish: {
    readonly officeId: string
    readonly service: Service
    readonly from: CalendarDate
    readonly until: CalendarDate
  },
): Promise<FreeSlot[]> {
  const { rows } = await database.query<FreeSlot>(
    `SELECT s.id, s.date::text AS date, s.start_time AS "startTime", s.end_time AS "endTime", s.capacity, s.taken,
       s.lane_id AS "laneId", s.limited
     FROM slot s JOIN lane l ON l.id = s.lane_id
     WHERE s.office_id = $1 AND $2 = ANY(l.services) AND s.date BETWEEN $3 AND $4 AND s.open
     ORDER BY s.date, s.start_time, s.id`,
    [wish.officeId, wish.service, wish.from, wish.until],
  )
  return rows
}

/** Whose a time is, and how full; locked until the end of the transaction. */
export async function lockSlot(
  database: Queryable,
  id: number,
): Promise<(FreeSlot & { officeId: string; regionCode: string; open: boolean }) | undefined> {
  const { rows } = await database.query(
    `SELECT s.id, s.date::text AS date, s.start_time AS "startTime", s.end_time AS "endTime", s.capacity, s.taken, s.open,
       s.lane_id AS "laneId", s.limited,
       s.office_id AS "officeId", o.region_code AS "regionCode"
     FROM slot s JOIN office o ON o.id = s.office_id WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
    [id],
  )
  return rows[0]
}

/** One seat more, for the counter alone. */
export async function growSlot(database: Queryable, id: number): Promise<void> {
  await database.query('UPDATE slot SET capacity = capacity + 1 WHERE id = $1', [id])
}
