import type { CalendarDate } from './calendar-date.ts'

/** A past day as it was planned, booked and worked. */
export interface DayReview {
  readonly date: CalendarDate
  readonly places: number
  /** What the places come to in minutes at a window. */
  readonly minutesPlanned: number
  readonly booked: number
  readonly attended: number
  readonly missed: number
  /** Booked, and nothing was recorded of them. */
  readonly unknown: number
  readonly walkIns: number
  /** At the windows, of all who came. */
  readonly minutesUsed: number
  /** From their time, or from the arrival where that is later, until the first call; undefined when nobody was called. */
  readonly meanWait: number | undefined
}

/** What is to be said of a past day. The same day may deserve several. */
export type DayRemark =
  | 'many-missed'
  | 'unrecorded'
  | 'half-empty'
  | 'over-time'
  | 'under-time'
  | 'long-wait'
  | 'as-planned'

const MANY_MISSED = 0.15
const UNRECORDED = 0.1
const HALF_EMPTY = 0.5
const OVER_TIME = 1.1
const UNDER_TIME = 0.6
const LONG_WAIT_MINUTES = 20

/** Where a day was other than planned; `as-planned` alone where it was not. */
export function remarksOn(day: DayReview): DayRemark[] {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0)
  const wasWorked = day.minutesUsed > 0 && day.minutesPlanned > 0
  const used = share(day.minutesUsed, day.minutesPlanned)
  const remarks: (readonly [DayRemark, boolean])[] = [
    ['many-missed', share(day.missed, day.booked) > MANY_MISSED],
    ['unrecorded', share(day.unknown, day.booked) > UNRECORDED],
    ['half-empty', day.places > 0 && share(day.booked, day.places) < HALF_EMPTY],
    ['over-time', wasWorked && used > OVER_TIME],
    ['under-time', wasWorked && used < UNDER_TIME],
    ['long-wait', (day.meanWait ?? 0) > LONG_WAIT_MINUTES],
  ]
  const said = remarks.filter(([, isSo]) => isSo).map(([remark]) => remark)
  return said.length > 0 ? said : ['as-planned']
}
