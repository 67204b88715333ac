import type { Calendar } from './calendar.ts'
import type { CalendarDate } from './calendar-date.ts'
import { type ClockTime, minutesOf } from './clock.ts'
import type { ShiftTime } from './roster.ts'
import { type PlannedLane, planSlots } from './slot-plan.ts'

/** With how many windows a lane serves in one of its times. */
export interface NeedSpan {
  readonly laneId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly windows: number
}

/** An hour of a day: the windows that are planned, and who is there for them. */
export interface HourCover {
  readonly date: CalendarDate
  /** 8 for 08:00–08:59. */
  readonly hour: number
  readonly windows: number
  /** People at the moment of the hour in which most are missing. */
  readonly people: number
  /** How many are missing then; 0 where every window has its person. */
  readonly short: number
}

/**
 * The windows that a lane needs people for on a day. Those whose places are kept for people without a time count like the
 * others, so do those whose places are released later; and on a day on which nothing new is booked the couples who are
 * booked still come.
 */
export function planWindows(
  lane: PlannedLane & { readonly id: string },
  calendar: Calendar,
  date: CalendarDate,
): NeedSpan[] {
  const serviceDays = (lane.serviceDays ?? []).map(({ releaseAt: _, ...day }) => ({
    ...day,
    walkInPercent: 0,
  }))
  const whole = {
    ...lane,
    rules: lane.rules.map((rule) => ({ ...rule, walkInPercent: 0 })),
    closures: lane.closures.filter(({ kind }) => kind !== 'stopped'),
    serviceDays,
  }
  return planSlots(whole, calendar, date).map(({ startTime, endTime, capacity }) => ({
    laneId: lane.id,
    date,
    startTime,
    endTime,
    windows: capacity,
  }))
}

/**
 * Hour by hour, whether there are people for the windows. Who has a lane counts there only; who has none fills in where
 * somebody is missing. An hour is as good as its worst moment.
 */
export function coverHours(needs: readonly NeedSpan[], shifts: readonly ShiftTime[]): HourCover[] {
  return [...Map.groupBy(needs, ({ date }) => date)]
    .flatMap(([date, ofDay]) => {
      const present = shifts.filter((shift) => shift.date === date)
      return [...Map.groupBy(momentsOf(ofDay, present), (minute) => Math.floor(minute / 60))].map(
        ([hour, minutes]) => worstOf({ date, hour }, minutes, ofDay, present),
      )
    })
    .filter(({ windows }) => windows > 0)
    .sort((one, other) => one.date.localeCompare(other.date) || one.hour - other.hour)
}

// Only where a window opens or somebody comes or goes can anything change, and at full hours, where counting begins anew.
function momentsOf(needs: readonly NeedSpan[], shifts: readonly ShiftTime[]): number[] {
  const ends = [...needs, ...shifts].flatMap(({ startTime, endTime }) => [
    minutesOf(startTime),
    minutesOf(endTime),
  ])
  const hours = ends.map((minute) => Math.floor(minute / 60) * 60)
  const [first, last] = [Math.min(...hours), Math.max(...ends)]
  const full = Array.from({ length: (last - first) / 60 + 1 }, (_, index) => first + index * 60)
  return [...new Set([...ends, ...full])].sort((one, other) => one - other)
}

function worstOf(
  at: Pick<HourCover, 'date' | 'hour'>,
  minutes: readonly number[],
  needs: readonly NeedSpan[],
  shifts: readonly ShiftTime[],
): HourCover {
  const moments = minutes
    .map((minute) => momentOf(minute, needs, shifts))
    .filter(({ windows }) => windows > 0)
  const windows = Math.max(0, ...moments.map((moment) => moment.windows))
  const worst = moments.toSorted((one, other) => other.short - one.short || one.people - other.people)[0]
  return { ...at, windows, people: worst?.people ?? 0, short: worst?.short ?? 0 }
}

function momentOf(minute: number, needs: readonly NeedSpan[], shifts: readonly ShiftTime[]) {
  const isNow = ({ startTime, endTime }: { startTime: ClockTime; endTime: ClockTime }) =>
    minutesOf(startTime) <= minute && minute < minutesOf(endTime)
  const wanted = Map.groupBy(needs.filter(isNow), ({ laneId }) => laneId)
  const here = shifts.filter(isNow)
  let windows = 0
  let missing = 0
  for (const [laneId, spans] of wanted) {
    const want = Math.max(...spans.map((span) => span.windows))
    windows += want
    missing += Math.max(0, want - here.filter((shift) => shift.laneId === laneId).length)
  }
  const anywhere = here.filter(({ laneId }) => laneId === undefined).length
  return { windows, people: here.length, short: Math.max(0, missing - anywhere) }
}
