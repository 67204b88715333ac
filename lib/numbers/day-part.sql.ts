import type { DayCount, DaySpread } from '#lib/domain/day-sums.ts'

/**
 * One reading of what happened: a statement over the offices and days of the table `place (office_id, day)` that
 * tells by `office_id`, `day` and `service` (empty: the office as a whole) some of the columns of a day.
 */
export interface DayPart {
  readonly counts: readonly DayCount[]
  readonly spreads: readonly DaySpread[]
  readonly sql: string
}

/** What a count or a spread is called in the database. */
export function columnOf(name: DayCount | DaySpread): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Half open instants of the day of a `place` by the clock of Asia/Shanghai. */
export const SINCE = `p.day::timestamp AT TIME ZONE 'Asia/Shanghai'`
export const BEFORE = `(p.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`

/** The local day of an instant. */
export const dayOf = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`

/** A span of time in whole minutes. */
export const minutesOf = (span: string) => `round(EXTRACT(EPOCH FROM ${span}) / 60)`

/** Values as a sorted list of small whole numbers, of those lines that `which` holds of. */
export const listOf = (value: string, which: string) =>
  `array_agg(LEAST(GREATEST(${value}, -32768), 32767)::smallint ORDER BY ${value}) FILTER (WHERE ${which})`
