import { type CalendarDate, weekdayOf } from './calendar-date.ts'
import type { ClockTime } from './clock.ts'
import type { LocalizedText } from './localized-text.ts'
import type { Service } from './service.ts'

/** Over which stretch of a day a limit counts. */
export const QUOTA_PERIODS = ['time', 'half-day', 'day'] as const

export type QuotaPeriod = (typeof QUOTA_PERIODS)[number]

/**
 * A limit beside the windows: so many bookings of some services, of some lanes (a room, the whole hall) or of one channel
 * within a period. `time` counts what overlaps the time of the slot.
 */
export interface Quota {
  readonly id: string
  readonly name: LocalizedText
  /** Empty: all. */
  readonly services: readonly Service[]
  /** Empty: all. */
  readonly laneIds: readonly string[]
  readonly channelId?: string
  readonly period: QuotaPeriod
  readonly capacity: number
  /** ISO; empty: all. */
  readonly weekdays: readonly number[]
  readonly validFrom: CalendarDate
  readonly validTo?: CalendarDate
}

/** Seats in use at one time of a lane, as the quotas count them. */
export interface QuotaUse {
  readonly date: CalendarDate
  readonly laneId: string
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  /** Of a seat that waits for somebody whose wish is not known yet: none. It may become any of them. */
  readonly service?: Service
  readonly channelId?: string
  readonly seats: number
}

/** The quotas of an office with the seats in use. */
export interface QuotasInUse {
  readonly quotas: readonly Quota[]
  readonly uses: readonly QuotaUse[]
}

/** The seat that somebody would take. */
export type QuotaWish = Omit<QuotaUse, 'seats' | 'service'> & { readonly service: Service }

/** Whether a quota counts in a lane on a day at all. */
export function countsIn(
  quota: Quota,
  lane: { readonly id: string; readonly services: readonly Service[] },
  date: CalendarDate,
): boolean {
  return (
    counts(quota, { date, laneId: lane.id }) &&
    (quota.services.length === 0 || quota.services.some((service) => lane.services.includes(service)))
  )
}

/**
 * How many more such seats the quotas leave; Infinity where none of them counts for this wish.
 */
export function leftOfQuotas(quotas: readonly Quota[], uses: readonly QuotaUse[], wish: QuotaWish): number {
  const lefts = quotas
    .filter(
      (quota) => counts(quota, wish) && hasOrAll(quota.services, wish.service) && isOfChannel(quota, wish),
    )
    .map((quota) => {
      const used = uses.filter(
        (use) => counts(quota, use) && isCounted(quota, use) && isTogether(quota, use, wish),
      )
      return quota.capacity - used.reduce((sum, { seats }) => sum + seats, 0)
    })
  return Math.max(0, Math.min(Number.POSITIVE_INFINITY, ...lefts))
}

function counts(quota: Quota, { date, laneId }: Pick<QuotaUse, 'date' | 'laneId'>): boolean {
  return isInForce(quota, date) && hasOrAll(quota.laneIds, laneId)
}

function isInForce({ validFrom, validTo, weekdays }: Quota, date: CalendarDate): boolean {
  return (
    validFrom <= date && (validTo === undefined || date <= validTo) && hasOrAll(weekdays, weekdayOf(date))
  )
}

function isCounted(quota: Quota, use: QuotaUse): boolean {
  return (use.service === undefined || hasOrAll(quota.services, use.service)) && isOfChannel(quota, use)
}

function isOfChannel(quota: Quota, { channelId }: Pick<QuotaUse, 'channelId'>): boolean {
  return quota.channelId === undefined || quota.channelId === channelId
}

function isTogether({ period }: Quota, one: QuotaWish | QuotaUse, other: QuotaWish): boolean {
  if (one.date !== other.date) return false
  if (period === 'time') return one.startTime < other.endTime && other.startTime < one.endTime
  return period === 'day' || isMorning(one) === isMorning(other)
}

function isMorning({ startTime }: { readonly startTime: ClockTime }): boolean {
  return startTime < '12:00'
}

function hasOrAll<Item>(items: readonly Item[], item: Item): boolean {
  return items.length === 0 || items.includes(item)
}
