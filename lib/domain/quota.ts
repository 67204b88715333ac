import type { CalendarDate } from './calendar-date.ts'
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
