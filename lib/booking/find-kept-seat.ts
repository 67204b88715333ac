import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import { readKeptSeat } from './kept-seat.sql.ts'

/** The time that is kept for a case, until its two people choose one. */
export interface KeptTime {
  readonly slotId: number
  readonly date: CalendarDate
  readonly startTime: ClockTime
}

export function findKeptSeat(pool: Pool, caseId: string): Promise<KeptTime | undefined> {
  return readKeptSeat(pool, caseId)
}
