import { pool } from '#lib/db/pool.ts'
import { lastReleasedDay } from '#lib/domain/booking-policy.ts'
import { addDays, type CalendarDate, daysBetween } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { factsOfService, type Service } from '#lib/domain/service.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

const MOST_DAYS = 62

export interface DayRange {
  readonly from: CalendarDate
  /** Last day, included. */
  readonly until: CalendarDate
}

interface Wish {
  readonly officeId: string
  readonly service: Service
  readonly from: CalendarDate | undefined
  readonly to: CalendarDate | undefined
  readonly now: Date
}

/**
 * Which days of an office to show: those asked for, else from today to the last one released, or as far as may be asked
 * for where the service waits for no release; 62 at most.
 */
export async function rangeOnOffer({ officeId, service, from, to, now }: Wish): Promise<Result<DayRange>> {
  const released = factsOfService(service).needsCase
    ? { from: shanghaiToday(now), until: addDays(shanghaiToday(now), MOST_DAYS - 1) }
    : await releasedRange(officeId, now)
  if (!from && !to) return accept(released)
  const range = { from: from ?? released.from, until: to ?? shortest(from ?? released.from, released.until) }
  if (range.until < range.from)
    return refuse('invalid-input', [{ path: 'to', reason: 'ends-before-it-begins' }])
  if (daysBetween(range.from, range.until) >= MOST_DAYS) {
    return refuse('invalid-input', [{ path: 'to', reason: 'too-many-days' }])
  }
  return accept(range)
}

const released = new Map<string, DayRange & { readonly second: number }>()

// PERF: reckoning with days costs more than the rest of a read answered from memory; once a second is enough.
async function releasedRange(officeId: string, now: Date): Promise<DayRange> {
  const second = Math.floor(now.getTime() / 1000)
  const known = released.get(officeId)
  if (known?.second === second) return known
  const from = shanghaiToday(now)
  const until = shortest(from, lastReleasedDay(await loadPolicy(pool(), officeId, now), now))
  const range = { from, until, second }
  released.set(officeId, range)
  return range
}

function shortest(from: CalendarDate, until: CalendarDate): CalendarDate {
  const furthest = addDays(from, MOST_DAYS - 1)
  if (until < from) return from
  return until < furthest ? until : furthest
}
