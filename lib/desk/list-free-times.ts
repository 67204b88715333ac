import { applyQuotas } from '#lib/booking/apply-quotas.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { offerStateOf } from '#lib/domain/booking-policy.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { factsOfService, type Service } from '#lib/domain/service.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { type FreeSlot, readFreeSlots } from './free.sql.ts'
import { openGate } from './open-gate.ts'

/** A day with its times and how many seats are left in all of them. */
export interface FreeDay {
  readonly date: CalendarDate
  readonly free: number
  readonly slots: readonly FreeSlot[]
}

/** Farther than any window of a divorce reaches from today. */
const VISIT_DAYS = 75

/**
 * The days on which an office can still be booked for a service by the rules of online booking, with every free seat:
 * also those that are kept from the public. For a certificate of divorce all coming days: its window decides.
 */
export async function listFreeTimes(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly service: Service
    readonly now: Date
  },
): Promise<Result<readonly FreeDay[]>> {
  const { service, now } = wish
  const place = await openGate(pool, wish, 'book-for-couple')
  if ('ok' in place) return place
  await settleOverdue(pool, now, { officeId: place.id })
  const policy = await loadPolicy(pool, place.id, now)
  const { needsCase } = factsOfService(service)
  const from = shanghaiToday(now)
  const until = addDays(from, needsCase ? VISIT_DAYS : policy.horizonDays)
  const found = await readFreeSlots(pool, { officeId: place.id, service, from, until })
  // A seat is kept for every certificate already: no quota stands in its way.
  const slots = needsCase
    ? found
    : (await applyQuotas(pool, { officeId: place.id, service }, found)).map(withinQuota)
  const offered = slots.filter(({ date }) => {
    const offer = offerStateOf(policy, date, now)
    return offer === 'offered' || (needsCase && offer === 'not-released')
  })
  const days = Map.groupBy(offered, ({ date }) => date)
  return accept(
    [...days].map(([date, own]) => ({
      date,
      slots: own,
      free: own.reduce((sum, { capacity, taken }) => sum + Math.max(0, capacity - taken), 0),
    })),
  )
}

// To whoever looks for a free time, what a quota takes away is as good as taken.
function withinQuota({ quotaLeft, ...slot }: FreeSlot & { readonly quotaLeft?: number }): FreeSlot {
  return quotaLeft === undefined ? slot : { ...slot, taken: Math.max(slot.taken, slot.capacity - quotaLeft) }
}
