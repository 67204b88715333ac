import type { Calendar } from './calendar.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { PlannedLane } from './capacity-change.ts'
import { planSlots, type ServiceDay } from './slot-plan.ts'

/** The hours that a lane has on a day anyway, with another number of windows; none where it does not serve on that day. */
export function hoursWithWindows(
  lane: PlannedLane,
  calendar: Calendar,
  date: CalendarDate,
  windows: number,
): ServiceDay[] {
  const own = lane.serviceDays.filter((day) => day.date === date)
  const isReplaced = own.some(({ replaces }) => replaces)
  const usual = lane.rules.filter(
    (rule) =>
      !isReplaced &&
      planSlots({ ...lane, rules: [rule], serviceDays: [], closures: [] }, calendar, date).length > 0,
  )
  return [...usual, ...own].map(({ opens, closes, publicPercent, walkInPercent, breaks }) => ({
    date,
    opens,
    closes,
    windows,
    publicPercent,
    ...(walkInPercent === undefined ? {} : { walkInPercent }),
    ...(breaks ? { breaks } : {}),
    replaces: true,
  }))
}
