import { loadLanePlans } from '#lib/booking/load-lane-plans.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import { daysFrom } from '#lib/domain/calendar-date.ts'
import { planWindows } from '#lib/domain/cover.ts'
import { isAbsent } from '#lib/domain/roster.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { readAbsences } from './absence.sql.ts'
import { readShifts } from './roster.sql.ts'
import type { OfficeDays, Queryable } from './store.ts'

/** What an office needs people for, and whom it has, as far as they are not away. */
export async function loadCover(database: Queryable, days: OfficeDays) {
  const [lanes, calendar, shifts] = await Promise.all([
    loadLanePlans(database, days.officeId, days),
    readCalendar(database) as Promise<Calendar>,
    readShifts(database, days),
  ])
  const absences = await readAbsences(database, [...new Set(shifts.map(({ staffId }) => staffId))], days)
  return {
    lanes,
    calendar,
    needs: lanes.flatMap((lane) =>
      daysFrom(days.from, days.until).flatMap((date) => planWindows(lane, calendar, date)),
    ),
    present: shifts.filter(({ staffId, date }) => !isAbsent(absences, staffId, date)),
  }
}
