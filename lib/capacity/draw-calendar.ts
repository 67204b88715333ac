import { setImmediate } from 'node:timers/promises'
import type { Calendar } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { type PlannedPicture, pictureOf } from '#lib/domain/change-picture.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { hashChange } from './hash-change.ts'
import { listOfficesWithSlots, type Queryable, readOfficePlans } from './plan.sql.ts'
import { readAllSeats } from './seats.sql.ts'

/** As far ahead as there are seats. */
const DAYS_AHEAD = 120
/** So many offices are looked at before others have their turn in the process. */
const OFFICES_AT_ONCE = 25

/** What a change of the calendar would do at this moment, office by office; only those for which it does anything. */
export interface DrawnCalendar {
  readonly offices: readonly (PlannedPicture & { readonly officeId: string })[]
  /** Another word means that it is another picture. */
  readonly hash: string
}

export interface CalendarWish {
  readonly before: Calendar
  readonly after: Calendar
  /** The days that become others. */
  readonly dates: readonly CalendarDate[]
  readonly now: Date
}

/**
 * What other holidays would do to places and couples of all offices: the picture of every change, drawn for each of them
 * from one set of questions for all offices and days. Days for which there are no seats yet concern nobody.
 */
export async function drawCalendar(queryable: Queryable, wish: CalendarWish): Promise<DrawnCalendar> {
  const { before, after, now } = wish
  const today = shanghaiToday(now)
  const dates = wish.dates.filter((date) => today <= date && date <= addDays(today, DAYS_AHEAD)).sort()
  const [from, until] = [dates[0], dates.at(-1)]
  const offices: DrawnCalendar['offices'][number][] = []
  if (from && until) {
    const officeIds = await listOfficesWithSlots(queryable, dates)
    const plans = await readOfficePlans(queryable, officeIds, from)
    const seatsOf = await readAllSeats(queryable, dates)
    for (const [turn, officeId] of officeIds.entries()) {
      if (turn % OFFICES_AT_ONCE === 0) await setImmediate()
      const plan = plans.get(officeId)
      const picture = plan && {
        officeId,
        ...pictureOf({
          ...{ before: plan, after: plan, calendar: before, calendarAfter: after },
          ...{ period: { from, until }, dates, seats: seatsOf.get(officeId) ?? [], now },
        }),
      }
      if (picture && picture.days.length + picture.affected.length + picture.keptCases.length > 0)
        offices.push(picture)
    }
  }
  return { offices, hash: hashChange(offices) }
}
