import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Queryable } from './store.ts'

/** A day that differs from its weekday, with where it comes from. */
export interface CalendarYearDay {
  readonly date: CalendarDate
  readonly kind: 'holiday' | 'makeup-workday'
  readonly name: LocalizedText
  readonly status: 'official' | 'provisional'
  readonly source: string
}

/** A year as the calendar knows it. */
export interface CalendarYear {
  readonly year: number
  readonly status: 'official' | 'provisional'
  readonly source: string
}

export async function readYears(queryable: Queryable): Promise<CalendarYear[]> {
  const { rows } = await queryable.query<CalendarYear>(
    'SELECT year, status, source FROM calendar_year ORDER BY year DESC',
  )
  return rows
}

export async function readYearDays(queryable: Queryable, year: number): Promise<CalendarYearDay[]> {
  const { rows } = await queryable.query<CalendarYearDay>(
    `SELECT date::text AS date, kind, name, status, source FROM calendar_day
     WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1) ORDER BY date`,
    [year],
  )
  return rows
}

/** A notice as it was entered: when, from where, how many days it changed. */
export interface CalendarEntry {
  readonly id: string
  readonly importedAt: Date
  readonly source: string
  readonly changed: number
}

export async function readEntries(queryable: Queryable, year: number): Promise<CalendarEntry[]> {
  const { rows } = await queryable.query<CalendarEntry>(
    `SELECT id, imported_at AS "importedAt", source, jsonb_array_length(changes) AS changed
     FROM calendar_import WHERE year = $1 ORDER BY imported_at DESC`,
    [year],
  )
  return rows
}

/** One notice as it was entered. */
export async function readEntry(
  queryable: Queryable,
  id: string,
): Promise<(CalendarEntry & { readonly year: number }) | undefined> {
  const { rows } = await queryable.query<CalendarEntry & { readonly year: number }>(
    `SELECT id, year, imported_at AS "importedAt", source, jsonb_array_length(changes) AS changed FROM calendar_import WHERE id = $1`,
    [id],
  )
  return rows[0]
}
