import type { CalendarDate } from './calendar-date.ts'
import type { HourCover } from './cover.ts'
import { forecastDay, type PastHour } from './forecast.ts'
import { type HourAhead, withEmptyHours } from './hour-advice.ts'
import { type MissTable, rateOfBooking } from './miss-table.ts'
import type { Service } from './service.ts'
import type { SpecialDay, SpecialFactor } from './special-day.ts'

/** What is booked in an hour to come, by service and by how far ahead it was made. */
export interface BookedHour {
  readonly date: CalendarDate
  readonly hour: number
  readonly service: Service
  readonly lead: number
  readonly booked: number
}

/** A special day of a week, and what such days drew in the past; nothing is known of one that never was. */
export interface SpecialAhead {
  readonly kind: SpecialDay
  readonly factor: SpecialFactor | undefined
}

/** What is known of each hour of some days in which windows are planned or couples booked. On a special day everybody comes. */
export function forecastHours(known: {
  readonly days: readonly CalendarDate[]
  readonly windows: readonly HourCover[]
  readonly came: readonly PastHour[]
  readonly booked: readonly BookedHour[]
  readonly misses: MissTable
  readonly specials: ReadonlyMap<CalendarDate, SpecialAhead>
}): HourAhead[] {
  const { windows, booked, misses, specials } = known
  const past = withEmptyHours(known.came, [...new Set(windows.map(({ hour }) => hour))])
  return known.days.flatMap((date) => {
    const factor = specials.get(date)?.factor?.factor
    const forecast = forecastDay(past, { date, ...(factor === undefined ? {} : { factor }) })
    const planned = windows.filter((one) => one.date === date)
    const couples = booked.filter((one) => one.date === date)
    const hours = [...new Set([...planned, ...couples].map(({ hour }) => hour))]
    return hours
      .sort((one, other) => one - other)
      .map((hour) => {
        const own = planned.find((one) => one.hour === hour)
        const inHour = couples.filter((one) => one.hour === hour)
        const rateOf = (one: BookedHour) => (specials.has(date) ? 0 : rateOfBooking(misses, one))
        return {
          date,
          hour,
          forecast: forecast.find((one) => one.hour === hour),
          booked: inHour.reduce((sum, one) => sum + one.booked, 0),
          bookedComing: inHour.reduce((sum, one) => sum + one.booked * (1 - rateOf(one)), 0),
          planned: own?.windows ?? 0,
          rostered: own ? own.windows - own.short : 0,
        }
      })
  })
}
