import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Coordinates } from '#lib/domain/place.ts'
import { findStop } from './find-stop.ts'
import { getOffice } from './get-office.ts'

/** Where people have to be for a visit. */
export interface VisitPlace {
  /** What people call the place, where the office goes about and stands somewhere else every day. */
  readonly place: LocalizedText | undefined
  readonly address: LocalizedText
  readonly at: Coordinates
}

/** Where an office is at a time of a day: at its stop, or where it always is. Undefined when there is no such office. */
export async function findVisitPlace(
  pool: Pool,
  visit: { readonly officeId: string; readonly date: CalendarDate; readonly time: ClockTime },
): Promise<VisitPlace | undefined> {
  const office = await getOffice(visit.officeId)
  if (!office) return undefined
  const stop = office.tier === 'mobile' ? await findStop(pool, visit) : undefined
  if (!stop) return { place: undefined, address: office.address, at: office.location }
  return { place: stop.place, address: stop.address, at: { lat: stop.lat, lng: stop.lng } }
}
