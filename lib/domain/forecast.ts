import { type CalendarDate, daysBetween, weekdayOf } from './calendar-date.ts'

/** Couples who came (with or without an appointment) in one hour of a past day. */
export interface PastHour {
  readonly date: CalendarDate
  /** 8 for 08:00–08:59. */
  readonly hour: number
  readonly came: number
}

export interface HourForecast {
  readonly hour: number
  /** Couples expected to come. */
  readonly expected: number
  /** From how many past days that is. */
  readonly days: number
}

/** Older weeks tell less: after so many days a day counts half. */
const HALF_LIFE_DAYS = 28

/**
 * How many couples will come in each hour of a day: the mean of the past days of the same weekday, the recent ones
 * counting more, times what special days of this kind drew in the past. Hours without any past tell nothing.
 */
export function forecastDay(
  past: readonly PastHour[],
  day: { readonly date: CalendarDate; readonly factor?: number },
): HourForecast[] {
  const { date, factor = 1 } = day
  const same = past.filter((one) => one.date < date && weekdayOf(one.date) === weekdayOf(date))
  return [...Map.groupBy(same, ({ hour }) => hour)]
    .map(([hour, hours]) => ({ hour, expected: factor * recentMean(hours, date), days: hours.length }))
    .sort((one, other) => one.hour - other.hour)
}

function recentMean(hours: readonly PastHour[], date: CalendarDate): number {
  let weights = 0
  let sum = 0
  for (const { date: past, came } of hours) {
    const weight = 0.5 ** (daysBetween(past, date) / HALF_LIFE_DAYS)
    weights += weight
    sum += weight * came
  }
  return sum / weights
}

/** Appointments of the past by how far ahead they were made. */
export interface MissCount {
  readonly booked: number
  readonly missed: number
}

/** As if so many appointments with the rate of all had been seen: a handful of bookings proves nothing. */
const PRIOR_WEIGHT = 30

/** The share of couples who stay away, drawn towards the rate of all where little is known. */
export function missRate(own: MissCount, all: MissCount): number {
  const general = all.booked === 0 ? 0 : all.missed / all.booked
  return (own.missed + PRIOR_WEIGHT * general) / (own.booked + PRIOR_WEIGHT)
}

/** Classes of lead time in days, each up to and including its bound: who books long before stays away more often. */
export const LEAD_BOUNDS = [2, 7, 14, 30] as const

/** In which class a booking made so many days before falls; the last class is beyond all bounds. */
export function leadClass(days: number): number {
  const index = LEAD_BOUNDS.findIndex((bound) => days <= bound)
  return index < 0 ? LEAD_BOUNDS.length : index
}
