import type { CalendarDate } from './calendar-date.ts'
import type { HourForecast, PastHour } from './forecast.ts'
import { meanWait, windowsForWait } from './queueing.ts'

/** How long windows take for a couple, measured or, where nothing was measured, as planned. */
export interface Handling {
  readonly minutes: number
  /** Squared coefficient of variation; undefined when too little was measured. */
  readonly variation: number | undefined
  /** From how many finished visits; 0 when it is the planned length. */
  readonly visits: number
}

/** What was measured of one service. */
export interface MeasuredService {
  readonly visits: number
  readonly mean: number
  readonly variance: number
}

/** Fewer visits prove nothing. */
const ENOUGH_VISITS = 20

/** Handling over all services as they come mixed; as planned while there is too little to measure. */
export function handlingOf(measured: readonly MeasuredService[], plannedMinutes: number): Handling {
  const visits = measured.reduce((sum, one) => sum + one.visits, 0)
  if (visits < ENOUGH_VISITS) return { minutes: plannedMinutes, variation: undefined, visits: 0 }
  const mean = measured.reduce((sum, one) => sum + one.visits * one.mean, 0) / visits
  const squares = measured.reduce((sum, one) => sum + one.visits * (one.variance + one.mean ** 2), 0) / visits
  return { minutes: mean, variation: Math.max(0, squares - mean ** 2) / mean ** 2, visits }
}

/**
 * The past with the hours in which nobody came although the office worked: a day that is told at all tells every hour
 * that is told of any day.
 */
export function withEmptyHours(past: readonly PastHour[], hours: readonly number[]): PastHour[] {
  const all = [...new Set([...hours, ...past.map(({ hour }) => hour)])]
  return [...Map.groupBy(past, ({ date }) => date)].flatMap(([date, told]) =>
    all.map((hour) => ({
      date,
      hour,
      came: told.filter((one) => one.hour === hour).reduce((sum, { came }) => sum + came, 0),
    })),
  )
}

/** What is known of an hour to come. */
export interface HourAhead {
  readonly date: CalendarDate
  readonly hour: number
  /** Undefined where there is no past to tell from. */
  readonly forecast: HourForecast | undefined
  /** Appointments in it, and how many of their couples will come. */
  readonly booked: number
  readonly bookedComing: number
  readonly planned: number
  readonly rostered: number
}

export interface HourAdvice extends HourAhead {
  /** The forecast, or those who are booked already where they are more. */
  readonly expected: number
  /** Windows for the wait that is aimed at. */
  readonly suggested: number
  /** Mean wait in minutes before the windows that are planned; Infinity where they cannot keep up. */
  readonly waitPlanned: number
  /** The same before as many as have people. */
  readonly waitRostered: number
}

/** How many windows an hour needs so that people wait no longer than this on average, and how long they wait as it is. */
export function adviseHour(ahead: HourAhead, handling: Handling, targetMinutes: number): HourAdvice {
  const expected = Math.max(ahead.forecast?.expected ?? 0, ahead.bookedComing)
  const load = {
    arrivalsPerHour: expected,
    handlingMinutes: handling.minutes,
    ...(handling.variation === undefined ? {} : { handlingVariation: handling.variation }),
  }
  return {
    ...ahead,
    expected,
    suggested: windowsForWait(load, targetMinutes),
    waitPlanned: meanWait(load, ahead.planned),
    waitRostered: meanWait(load, Math.min(ahead.planned, ahead.rostered)),
  }
}
