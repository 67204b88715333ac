import type { CalendarDate } from './calendar-date.ts'
import type { LocalizedText } from './localized-text.ts'
import type { Quota } from './quota.ts'
import type { Service } from './service.ts'
import type { OpeningRule, PlannedClosure, ServiceDay, StopHours } from './slot-plan.ts'

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
      readonly laneId?: string | undefined
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

/** Beyond so many couples a cancellation needs the agreement of somebody else. */
export const MOST_CANCELLED_ALONE = 10

/** How far a change has come for one couple. */
export type ChangedState =
  | 'waiting'
  | 'kept'
  | 'offered'
  | 'moved'
  | 'chose-other'
  | 'cancelled'
  | 'stands'
  | 'unmovable'

/** A lane with all that decides about its places. */
export interface PlannedLane extends LaneDraft {
  readonly id: string
  readonly version: number
  readonly serviceDays: readonly ServiceDay[]
}

/** A closure of the office, or of one of its lanes. */
export interface OfficeClosure extends PlannedClosure {
  readonly id: string
  readonly laneId?: string
}

/** What an office offers, as rules. */
export interface OfficePlan {
  readonly lanes: readonly PlannedLane[]
  readonly closures: readonly OfficeClosure[]
  /** Of a mobile office: where it stands when; its lanes serve only then. */
  readonly stops?: readonly StopHours[] | null
}

const NOT_YET = 'new'

/** The plan as it is once the change is made. */
export function applyChange(plan: OfficePlan, change: CapacityChange): OfficePlan {
  switch (change.kind) {
    case 'lane':
      return withLane(plan, change.laneId, (lane) => ({ ...lane, ...change.lane, version: lane.version + 1 }))
    case 'new-lane':
      return {
        ...plan,
        lanes: [...plan.lanes, { ...change.lane, id: NOT_YET, version: 1, serviceDays: [] }],
      }
    case 'closure': {
      const { from, until, mode, laneId } = change
      const closure = { id: NOT_YET, from, until, kind: mode, ...(laneId ? { laneId } : {}) }
      return { ...plan, closures: [...plan.closures, closure] }
    }
    case 'reopening':
      return { ...plan, closures: plan.closures.filter(({ id }) => id !== change.closureId) }
    case 'special-day':
      return withLane(plan, change.laneId, (lane) => ({
        ...lane,
        serviceDays: [...lane.serviceDays.filter(({ date }) => date !== change.date), ...change.hours],
      }))
    case 'quotas':
      return plan
  }
}

function withLane(plan: OfficePlan, id: string, change: (lane: PlannedLane) => PlannedLane): OfficePlan {
  return { ...plan, lanes: plan.lanes.map((lane) => (lane.id === id ? change(lane) : lane)) }
}

/** The days that a change can touch, within those for which there are places; undefined when there is none. */
export function daysOfChange(
  plan: OfficePlan,
  change: CapacityChange,
  within: { readonly from: CalendarDate; readonly until: CalendarDate },
): { readonly from: CalendarDate; readonly until: CalendarDate } | undefined {
  const own = ownDays(plan, change)
  if (!own) return within
  const from = own.from > within.from ? own.from : within.from
  const until = own.until < within.until ? own.until : within.until
  return from > until ? undefined : { from, until }
}

function ownDays(plan: OfficePlan, change: CapacityChange) {
  if (change.kind === 'closure') return change
  if (change.kind === 'special-day') return { from: change.date, until: change.date }
  if (change.kind === 'reopening') return plan.closures.find(({ id }) => id === change.closureId)
  return undefined
}

/** What both people are told of a change that concerns them, beside a cancellation. */
export const CHANGE_NEWS = [
  'change-offered',
  'change-moved',
  'change-open',
  'change-sought',
  'change-undone',
] as const
export type ChangeNews = (typeof CHANGE_NEWS)[number]

export function isChangeNews(event: string): event is ChangeNews {
  return (CHANGE_NEWS as readonly string[]).includes(event)
}
