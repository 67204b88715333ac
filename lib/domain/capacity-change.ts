import type { CalendarDate } from './calendar-date.ts'
import type { LocalizedText } from './localized-text.ts'
import type { Quota } from './quota.ts'
import type { Service } from './service.ts'
import type { OpeningRule, ServiceDay } from './slot-plan.ts'

/** A lane as it shall be, with all its rules. */
export interface LaneDraft {
  readonly name: LocalizedText
  readonly services: readonly Service[]
  readonly slotMinutes: number
  readonly rules: readonly OpeningRule[]
}

/**
 * Something that changes what an office offers. Each kind says how things shall be, not what to do: the same change is
 * looked at, confirmed and put on the record.
 */
export type CapacityChange =
  /** A lane as a whole: its services, rhythm and rules. `version` is that of the lane somebody looked at. */
  | { readonly kind: 'lane'; readonly laneId: string; readonly version: number; readonly lane: LaneDraft }
  | { readonly kind: 'new-lane'; readonly lane: LaneDraft }
  /** The office, or one lane of it, serves nobody from a day to a day; or takes nothing new (`stopped`). */
  | {
      readonly kind: 'closure'
      readonly laneId?: string
      readonly from: CalendarDate
      readonly until: CalendarDate
      readonly mode: 'closed' | 'stopped'
      readonly reason: LocalizedText
    }
  | { readonly kind: 'reopening'; readonly closureId: string }
  /** All the hours of its own that a lane has on a day; none: the day is like any other again. */
  | {
      readonly kind: 'special-day'
      readonly laneId: string
      readonly date: CalendarDate
      readonly hours: readonly ServiceDay[]
      readonly reason: LocalizedText
    }
  /** All the limits of an office beside its windows. */
  | { readonly kind: 'quotas'; readonly quotas: readonly Quota[] }

/** What becomes of the couples whose time a change takes away. */
export const CHANGE_CHOICES = ['none', 'keep', 'move', 'cancel', 'storm'] as const

/**
 * `none`: nobody is concerned; `keep`: their places are honoured beside the new plan; `move`: each is offered the nearest
 * equal place; `cancel`: cancelled with a reason; `storm`: their booking stays good on any working day until a last one.
 */
export type ChangeChoice = (typeof CHANGE_CHOICES)[number]
