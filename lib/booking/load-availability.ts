import { hash } from 'node:crypto'
import { once } from '#lib/db/once.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type DayOnOffer, dayOnOffer, type SlotSeats } from '#lib/domain/availability.ts'
import { type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { factsOfService, type Service } from '#lib/domain/service.ts'
import { visitDay } from '#lib/domain/visit-days.ts'
import { findClosedDays } from '#lib/office/find-closed-days.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { applyQuotas } from './apply-quotas.ts'
import { settleOverdue } from './settle-overdue.ts'

/** What an office offers for a service, day by day, with a tag that changes when anything in it does. */
export interface Availability {
  readonly officeId: string
  readonly service: Service
  readonly days: readonly DayOnOffer[]
  readonly etag: string
  /** The same as JSON text, made once for all who ask within the second. */
  readonly body: string
}

const FRESH_FOR_MS = 1000
/** A month of a large office weighs some 200 KB. */
const MOST_KNOWN = 200

interface Known {
  readonly until: number
  readonly loading: Promise<Availability>
}

const known = once('availability', () => new Map<string, Known>())

/**
 * The free places of an office, at most a second old. For visits that need a case it tells every place of the office;
 * which of them a couple may take the window of its case decides. PERF: whoever asks in the same second shares one query, and the
 * query does without Prisma.
 */
export function loadAvailability(
  pool: Pool,
  wish: {
    readonly officeId: string
    readonly service: Service
    readonly from: CalendarDate
    readonly until: CalendarDate
    /** In which the notes are written. */
    readonly locale: Locale
    readonly now: Date
  },
): Promise<Availability> {
  const key = `${wish.officeId} ${wish.service} ${wish.from} ${wish.until} ${wish.locale}`
  const cached = known.get(key)
  if (cached && cached.until > wish.now.getTime()) return cached.loading
  if (known.size >= MOST_KNOWN) forgetStale(wish.now)
  const loading = readAvailability(pool, wish)
  known.set(key, { until: wish.now.getTime() + FRESH_FOR_MS, loading })
  loading.catch(() => known.delete(key))
  return loading
}

function forgetStale(now: Date): void {
  for (const [key, { until }] of known) if (until <= now.getTime()) known.delete(key)
  if (known.size >= MOST_KNOWN) known.clear()
}

async function readAvailability(
  pool: Pool,
  wish: Parameters<typeof loadAvailability>[1],
): Promise<Availability> {
  const { officeId, service, from, until, locale, now } = wish
  await settleOverdue(pool, now, { officeId })
  const [policy, calendar, closed, slots] = await Promise.all([
    loadPolicy(pool, officeId, now),
    factsOfService(service).needsCase
      ? loadOfficeCalendar(pool, { officeId, service, from, until }, now)
      : undefined,
    findClosedDays(pool, wish),
    pool.query<SlotSeats & { laneId: string; limited: boolean }>({
      name: 'availability',
      text: SLOTS_ON_OFFER,
      values: [officeId, from, until, service],
    }),
  ])
  const byDay = Map.groupBy(await applyQuotas(pool, wish, slots.rows), (slot) => slot.date)
  const days = daysFrom(from, until).map((date) => {
    const [seats, note] = [byDay.get(date) ?? [], closed.get(date)?.[locale]]
    return calendar
      ? visitDay(date, { policy, calendar, slots: seats, now }, note)
      : dayOnOffer(policy, date, seats, now, note)
  })
  const body = JSON.stringify({ officeId, service, days })
  return { officeId, service, days, body, etag: `"${hash('sha1', body, 'base64url')}"` }
}

const SLOTS_ON_OFFER = `
SELECT s.id, s.date::text AS date, s.start_time AS "startTime", s.end_time AS "endTime", s.capacity, s.taken,
  s.public_capacity AS "publicCapacity", s.public_taken AS "publicTaken", s.open, s.lane_id AS "laneId", s.limited
FROM slot s JOIN lane l ON l.id = s.lane_id JOIN office o ON o.id = s.office_id
WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND $4 = ANY(l.services) AND o.online_booking AND s.public_capacity > 0
ORDER BY s.date, s.start_time, s.id`
