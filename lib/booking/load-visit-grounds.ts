import type { Pool } from '#lib/db/pool.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { openCasePeople } from '#lib/divorce/open-case-people.ts'
import type { VisitGrounds } from '#lib/domain/decide-booking.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'

/** On what a visit of this case stands: its dates, the calendar of its office, and its two people. */
export async function loadVisitGrounds(pool: Pool, found: DivorceCase, now: Date): Promise<VisitGrounds> {
  const { certWindowStart: from, certWindowEnd: until } = found.deadlines
  const wish = { officeId: found.officeId, service: 'DIVORCE_CERTIFICATE', from, until } as const
  const calendar = await loadOfficeCalendar(pool, wish, now)
  return { facts: found, calendar, people: openCasePeople(found) }
}
