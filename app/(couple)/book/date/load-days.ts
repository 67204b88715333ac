import type { DaysOnOffer } from '#components/booking/days-on-offer.ts'
import { loadAvailability } from '#lib/booking/load-availability.ts'
import { loadVisitDays } from '#lib/booking/load-visit-days.ts'
import { pool } from '#lib/db/pool.ts'
import { lastReleasedDay } from '#lib/domain/booking-policy.ts'
import { addDays, type CalendarDate, daysBetween } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { loadOwnCase } from '#lib/edge/visit.ts'
import { findReleases } from '#lib/office/find-releases.ts'
import { listStops } from '#lib/office/list-stops.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

/** A special day is worth knowing of before it comes into the days that are on offer. */
const RELEASES_AHEAD = 31

/**
 * The days of an office for a service, from today to the last one that is released; for the visit of a case the days of
 * its window, whatever is released.
 */
export async function loadDays(officeId: string, service: Service, locale: Locale): Promise<DaysOnOffer> {
  const now = new Date()
  const today = shanghaiToday(now)
  const policy = await loadPolicy(pool(), officeId, now)
  const { releaseTime = '00:00', holdMinutes } = policy
  if (SERVICE_FACTS[service].needsCase) {
    const own = await loadOwnCase()
    const visit = own && (await loadVisitDays(pool(), own.found, now))
    const window = { from: visit?.from ?? today, until: visit?.until ?? today }
    return { days: visit?.days ?? [], today, lastReleased: window.until, window, releaseTime, holdMinutes }
  }
  const lastReleased = lastReleasedDay(policy, now)
  const until = daysBetween(today, lastReleased) < 0 ? today : lastReleased
  const [{ days }, releases, places] = await Promise.all([
    loadAvailability(pool(), { officeId, service, from: today, until, locale, now }),
    findReleases(pool(), { officeId, service, from: today, until: addDays(until, RELEASES_AHEAD), now }),
    loadPlaces({ officeId, from: today, until }, locale),
  ])
  return { days, today, lastReleased, releaseTime, holdMinutes, releases, places }
}

/** The names of the places where an office that goes about stands, by day. */
async function loadPlaces(
  wish: { readonly officeId: string; readonly from: CalendarDate; readonly until: CalendarDate },
  locale: Locale,
): Promise<ReadonlyMap<CalendarDate, string>> {
  const byDay = Map.groupBy(await listStops(pool(), wish), ({ date }) => date)
  return new Map([...byDay].map(([day, stops]) => [day, stops.map(({ place }) => place[locale]).join(' · ')]))
}
