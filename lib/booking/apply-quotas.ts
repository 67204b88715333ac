import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import { leftOfQuotas } from '#lib/domain/quota.ts'
import type { Service } from '#lib/domain/service.ts'
import { readQuotas, readQuotaUses } from './quota.sql.ts'

interface SlotInLane {
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly laneId: string
  /** A quota counts here. */
  readonly limited: boolean
}

/**
 * Tells beside each slot of an office what its quotas leave for a service. PERF: where none counts it asks nothing; else
 * two queries for all of the slots, which are in the order of their days.
 */
export async function applyQuotas<Slot extends SlotInLane>(
  pool: Pool,
  wish: { readonly officeId: string; readonly service: Service },
  slots: readonly Slot[],
): Promise<readonly (Slot & { readonly quotaLeft?: number })[]> {
  const limited = slots.filter((slot) => slot.limited)
  const [first, last] = [limited[0], limited.at(-1)]
  if (!first || !last) return slots
  const period = { officeId: wish.officeId, from: first.date, until: last.date }
  const [quotas, uses] = await Promise.all([readQuotas(pool, period), readQuotaUses(pool, period)])
  const byDay = Map.groupBy(uses, ({ date }) => date)
  return slots.map((slot) => {
    if (!slot.limited) return slot
    const asked = { ...slot, service: wish.service }
    return { ...slot, quotaLeft: leftOfQuotas(quotas, byDay.get(slot.date) ?? [], asked) }
  })
}
