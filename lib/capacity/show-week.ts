import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { addDays, type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import { addUp, type Seats } from '#lib/domain/week-board.ts'
import {
  type DayMark,
  findPlaceOf,
  readDayMarks,
  readHourSeats,
  readHourServices,
  readWeekLanes,
  type WeekLane,
} from './week.sql.ts'

/** A week of one office, hour by hour. */
export interface OfficeBoard {
  readonly name: LocalizedText
  readonly days: readonly CalendarDate[]
  readonly lanes: readonly WeekLane[]
  /** The hours in which there is anything, `09` for 09:00 to 09:59. */
  readonly hours: readonly string[]
  /** By `date hour`; nothing where there is no time. */
  readonly cells: ReadonlyMap<string, Seats>
  readonly totals: ReadonlyMap<CalendarDate, Seats>
  /** By `service date`: what is booked for it, and what is free and there in the lanes that serve it. */
  readonly services: ReadonlyMap<string, Seats>
  readonly marks: readonly DayMark[]
}

/**
 * Booked, free and total of an office in the week that begins on `from`, for all its lanes or one of them; for one
 * service with its own bookings, and the seats of the lanes that serve it. Nobody by name.
 */
export async function showWeek(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly from: CalendarDate
    readonly laneId?: string | undefined
    readonly service?: Service | undefined
  },
): Promise<Result<OfficeBoard>> {
  const { actor, officeId, from, laneId, service } = wish
  const place = await findPlaceOf(pool, officeId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(actor, 'see-week', place)
  if (refusal) return refusal
  const days = { officeId, from, until: addDays(from, 6) }
  const [lanes, seats, booked, marks] = await Promise.all([
    readWeekLanes(pool, officeId),
    readHourSeats(pool, days),
    readHourServices(pool, days),
    readDayMarks(pool, days),
  ])
  const board = addUp({ lanes, seats, booked }, { laneId, service })
  return accept({ name: place.name, days: daysFrom(from, days.until), lanes, marks, ...board })
}
