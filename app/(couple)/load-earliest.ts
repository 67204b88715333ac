import { findNextFree } from '#lib/booking/find-next-free.ts'
import { pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { SERVICE_FACTS, SERVICES, type Service } from '#lib/domain/service.ts'
import { keepFresh } from '#lib/office/keep-fresh.ts'
import { listOffices } from '#lib/office/list-offices.ts'

/** Beyond so many offices the earliest of all says little to anybody, and asking for it is no longer cheap. */
const MOST_OFFICES = 100

/**
 * The earliest free day of each service over all offices, at most a minute old. Left out where a case decides the day.
 */
export function loadEarliest(now: Date): Promise<ReadonlyMap<Service, CalendarDate>> {
  return keepFresh('earliest free day by service', now, () => readEarliest(now))
}

async function readEarliest(now: Date): Promise<ReadonlyMap<Service, CalendarDate>> {
  const offices = (await listOffices({ on: shanghaiToday(now) })).filter((office) => office.onlineBooking)
  const earliest = new Map<Service, CalendarDate>()
  if (offices.length > MOST_OFFICES) return earliest
  const officeIds = offices.map((office) => office.id)
  for (const service of SERVICES.filter((one) => !SERVICE_FACTS[one].needsCase)) {
    const free = await findNextFree(pool(), { officeIds, service, now })
    const day = [...free.values()].map(({ date }) => date).sort()[0]
    if (day) earliest.set(service, day)
  }
  return earliest
}
