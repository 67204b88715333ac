import type { DaysOnOffer } from '#components/booking/days-on-offer.ts'
import { loadAvailability } from '#lib/booking/load-availability.ts'
import { pool } from '#lib/db/pool.ts'
import { lastReleasedDay } from '#lib/domain/booking-policy.ts'
import { daysBetween } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

/** The days of an office for a service, from today to the last one that is released. */
export async function loadDays(officeId: string, service: Service, locale: Locale): Promise<DaysOnOffer> {
  const now = new Date()
  const today = shanghaiToday(now)
  const policy = await loadPolicy(pool(), officeId, now)
  const lastReleased = lastReleasedDay(policy, now)
  const until = daysBetween(today, lastReleased) < 0 ? today : lastReleased
  const { days } = await loadAvailability(pool(), { officeId, service, from: today, until, locale, now })
  return {
    days,
    today,
    lastReleased,
    releaseTime: policy.releaseTime ?? '00:00',
    holdMinutes: policy.holdMinutes,
  }
}
