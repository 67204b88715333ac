import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'

/** Whose numbers: each office with the key of the line that it is added to. */
export interface AskedOffices {
  readonly ids: readonly string[]
  readonly keys: readonly string[]
}

/** The offices as a table `p (office_id, key)`, from the first two parameters of a statement. */
export const PLACES = `place AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::text[]) AS p (office_id, key))`

/** The parameters of a statement over a period: offices, keys, first and last day. */
export function askedValues(asked: AskedOffices, period: Pick<NumbersPeriod, 'from' | 'until'>): unknown[] {
  return [asked.ids, asked.keys, period.from, period.until]
}

/** Half open instants of the days `$3` to `$4` by the clock of Asia/Shanghai. */
export const SINCE = `$3::date::timestamp AT TIME ZONE 'Asia/Shanghai'`
export const BEFORE = `($4::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`
