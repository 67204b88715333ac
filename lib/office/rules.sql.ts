import { once } from '#lib/db/once.ts'
import { type BookingPolicy, DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Queryable } from './store.ts'

/** One dated rule of booking as stored; null takes the key away. */
export interface PolicyRule {
  readonly scope: 'national' | 'region' | 'office'
  readonly scopeId: string
  /** For one service alone where a dot and its name follow. */
  readonly key: keyof BookingPolicy | `stillComingDays.${Service}`
  readonly value: string | number | null
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
}

export async function readPolicyRules(queryable: Queryable): Promise<PolicyRule[]> {
  const { rows } = await queryable.query<PolicyRule>(
    `SELECT scope, scope_id AS "scopeId", key, value, valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM policy`,
  )
  return rows
}

/** In which region each office lies. */
export async function readOfficeRegions(queryable: Queryable): Promise<Map<string, string>> {
  const { rows } = await queryable.query<{ id: string; region_code: string }>(
    'SELECT id, region_code FROM office',
  )
  return new Map(rows.map((row) => [row.id, row.region_code]))
}

export interface CalendarRows {
  readonly days: readonly { readonly date: CalendarDate; readonly kind: 'holiday' | 'makeup-workday' }[]
  readonly officialYears: readonly number[]
}

export async function readCalendarRows(queryable: Queryable): Promise<CalendarRows> {
  const days = await queryable.query<CalendarRows['days'][number]>(
    'SELECT date::text AS date, kind FROM calendar_day',
  )
  const years = await queryable.query<{ year: number }>(
    `SELECT year FROM calendar_year WHERE status = 'official'`,
  )
  return { days: days.rows, officialYears: years.rows.map((row) => row.year) }
}

/** Days with their reason; where there are several, the office's own comes last. */
export async function readClosedDays(
  queryable: Queryable,
  wish: { officeId: string; service: string; from: CalendarDate; until: CalendarDate },
): Promise<{ readonly date: CalendarDate; readonly reason: LocalizedText }[]> {
  const { rows } = await queryable.query({
    name: 'closed-days',
    text: `
SELECT date::text AS date, name AS reason FROM calendar_day WHERE kind = 'holiday' AND date BETWEEN $3 AND $4
UNION ALL
SELECT day::date::text, c.reason FROM closure c, generate_series(greatest(c."from", $3), least(c."until", $4), '1 day') day
WHERE c.office_id = $1
  AND (c.lane_id IS NULL OR EXISTS (SELECT FROM lane l WHERE l.id = c.lane_id AND $2 = ANY(l.services)))`,
    values: [wish.officeId, wish.service, wish.from, wish.until],
  })
  return rows
}

/** What holds where no rule is stored; the start of the process may set it from its settings. */
export function policyBase(): { policy: BookingPolicy } {
  return once('policy base', () => ({ policy: DEFAULT_POLICY }))
}
