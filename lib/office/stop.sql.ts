import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Queryable } from './store.ts'

/** Where a mobile office stands on a day, and from when until when. */
export interface Stop {
  readonly id: string
  readonly date: CalendarDate
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly place: LocalizedText
  readonly address: LocalizedText
  readonly lat: number
  readonly lng: number
}

const STOP = `SELECT id, date::text AS date, opens, closes, place, address, lat, lng FROM stop`

/** The stops of an office from one day to another, in order. */
export async function readStops(
  database: Queryable,
  wish: { readonly officeId: string; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<Stop[]> {
  const { rows } = await database.query<Stop>(
    `${STOP} WHERE office_id = $1 AND date BETWEEN $2 AND $3 ORDER BY date, opens`,
    [wish.officeId, wish.from, wish.until],
  )
  return rows
}
