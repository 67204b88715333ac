import { addDays, type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { daysAround, type SpecialDay, specialDayOf, specialFactor } from '#lib/domain/special-day.ts'
import type { SpecialAhead } from '#lib/domain/week-forecast.ts'
import { isSeventhEvening } from '#lib/format/seventh-evening.ts'
import { readCameDays } from './history.sql.ts'
import type { Queryable } from './store.ts'

/** So far back special days tell anything; a lunar year with a leap month is 384 days long. */
const YEARS_BACK_DAYS = 800

/** The special days among some days. PERF: the past is read only when there is one, and only the days around those before it. */
export async function loadSpecialFactors(
  database: Queryable,
  officeId: string,
  days: readonly CalendarDate[],
): Promise<ReadonlyMap<CalendarDate, SpecialAhead>> {
  const [first] = days
  const ahead = days.flatMap((day) => namedDay(day))
  if (ahead.length === 0 || !first) return new Map()
  const before = daysFrom(addDays(first, -YEARS_BACK_DAYS), addDays(first, -1)).flatMap(namedDay)
  const around = daysAround(before.map(([day]) => day)).filter((day) => day < first)
  const came = await readCameDays(database, officeId, around)
  const past = came.map((day) => ({ ...day, special: namedDay(day.date)[0]?.[1] }))
  return new Map(ahead.map(([day, kind]) => [day, { kind, factor: specialFactor(past, kind) }]))
}

function namedDay(day: CalendarDate): [CalendarDate, SpecialDay][] {
  const kind = specialDayOf(day, isSeventhEvening(day))
  return kind ? [[day, kind]] : []
}
