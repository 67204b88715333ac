import type { Calendar } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { pictureOf } from '#lib/domain/change-picture.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { listOfficesWithSlots, type Queryable, readOfficePlan } from './plan.sql.ts'
import { readSeats } from './seats.sql.ts'

/** As far ahead as there are seats. */
const DAYS_AHEAD = 120

/** What a change of the calendar would do to all offices together. */
export interface CalendarPicture {
  readonly lost: number
  readonly gained: number
  /** Couples whose time goes, by office and service, and how many of them are within a legal period. */
  readonly concerned: readonly {
    readonly officeId: string
    readonly service: Service
    readonly couples: number
    readonly legal: number
  }[]
}

/**
 * What other holidays would do to places and couples of all offices, with the same picture as every change. Days for which
 * there are no seats yet concern nobody.
 */
export async function lookAtCalendar(
  queryable: Queryable,
  wish: {
    readonly before: Calendar
    readonly after: Calendar
    readonly dates: readonly CalendarDate[]
    readonly now: Date
  },
): Promise<CalendarPicture> {
  const { before, after, now } = wish
  const today = shanghaiToday(now)
  const dates = wish.dates.filter((date) => today <= date && date <= addDays(today, DAYS_AHEAD)).sort()
  const [from, until] = [dates[0], dates.at(-1)]
  if (!from || !until) return { lost: 0, gained: 0, concerned: [] }
  const period = { from, until }
  const told = { lost: 0, gained: 0, concerned: [] as CalendarPicture['concerned'][number][] }
  for (const officeId of await listOfficesWithSlots(queryable, period)) {
    const plan = await readOfficePlan(queryable, officeId, from)
    const seats = await readSeats(queryable, officeId, period)
    const picture = pictureOf({
      ...{ before: plan, after: plan, calendar: before, calendarAfter: after },
      ...{ period, seats, now },
    })
    for (const { lost, gained } of picture.days) {
      told.lost += lost
      told.gained += gained
    }
    for (const [service, own] of Map.groupBy(picture.affected, (couple) => couple.service)) {
      const legal = own.filter(({ latest }) => latest !== undefined).length
      told.concerned.push({ officeId, service, couples: own.length, legal })
    }
  }
  return told
}
