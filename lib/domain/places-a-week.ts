import type { Calendar } from './calendar.ts'
import { addDays, type CalendarDate, daysFrom, weekdayOf } from './calendar-date.ts'
import { type OpeningRule, planSlots } from './slot-plan.ts'

/** How many places a lane makes in a week without holidays. */
export interface WeekPlaces {
  /** Of those that can be booked; rounded where the weeks differ. */
  readonly usual: number
  /** Of which so many online. */
  readonly online: number
  /** The weakest and the strongest of the weeks that were counted. */
  readonly least: number
  readonly most: number
}

const WEEKS = 12
const WITHOUT_HOLIDAYS: Calendar = {
  holidays: new Set(),
  makeupWorkdays: new Set(),
  officialYears: new Set(),
}

/** What the rules of a lane come to, counted over the next twelve whole weeks: rhythms of weeks and months even out. */
export function placesAWeek(
  lane: { readonly slotMinutes: number; readonly rules: readonly OpeningRule[] },
  today: CalendarDate,
): WeekPlaces {
  const monday = addDays(today, 8 - weekdayOf(today))
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const from = addDays(monday, 7 * week)
    const slots = daysFrom(from, addDays(from, 6)).flatMap((day) =>
      planSlots({ ...lane, closures: [] }, WITHOUT_HOLIDAYS, day),
    )
    return {
      all: slots.reduce((sum, { capacity }) => sum + capacity, 0),
      online: slots.reduce((sum, { publicCapacity }) => sum + publicCapacity, 0),
    }
  })
  const counts = weeks.map(({ all }) => all)
  return {
    usual: mean(counts),
    online: mean(weeks.map(({ online }) => online)),
    least: Math.min(...counts),
    most: Math.max(...counts),
  }
}

function mean(counts: readonly number[]): number {
  return Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length)
}
