import type { Pool } from '#lib/db/pool.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { openCasePeople } from '#lib/divorce/open-case-people.ts'
import type { VisitGrounds } from '#lib/domain/decide-booking.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'

/** On what a visit of this case stands: its dates, the calendar, and its two people. */
export async function loadVisitGrounds(pool: Pool, found: DivorceCase, now: Date): Promise<VisitGrounds> {
  return { facts: found, calendar: await loadCalendar(pool, now), people: openCasePeople(found) }
}
