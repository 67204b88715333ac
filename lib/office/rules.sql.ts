import { once } from '#lib/db/once.ts'
import { type BookingPolicy, DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { PolicyKey, PolicyValue } from '#lib/domain/policy-key.ts'
import type { Queryable } from './store.ts'

/** One dated rule as stored, of booking, of how the law is read or of the rating; null takes the key away. */
export interface PolicyRule {
  readonly scope: 'national' | 'region' | 'office'
  readonly scopeId: string
  /** For one service alone where a dot and its name follow. */
  readonly key: PolicyKey
  readonly value: PolicyValue
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
}

export async function readPolicyRules(queryable: Queryable): Promise<PolicyRule[]> {
  const { rows } = await queryable.query<PolicyRule>(
    `SELECT scope, scope_id AS "scopeId", key, value, valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM policy WHERE taken_back_by IS NULL`,
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

/**
 * The rest days from `from` to `until` on which a service is offered at an office: its own service days, and the weekends
 * of a lane that works on them. Closures win, and a weekend service stays closed on holidays.
 */
export async function readServiceDays(
  queryable: Queryable,
  wish: { officeId: string; service: string; from: CalendarDate; until: CalendarDate },
): Promise<CalendarDate[]> {
  const { rows } = await queryable.query<{ date: CalendarDate }>(
    `
SELECT DISTINCT d.date::text AS date FROM (
  SELECT lane_id, date FROM service_day WHERE date BETWEEN $3 AND $4
  UNION ALL
  SELECT r.lane_id, day::date FROM opening_rule r, generate_series($3::date, $4::date, '1 day') day
  WHERE r.works_on_rest_day AND extract(isodow FROM day) = ANY(r.weekdays)
    AND day BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
    AND NOT EXISTS (SELECT FROM calendar_day h WHERE h.date = day AND h.kind = 'holiday')
) d JOIN lane l ON l.id = d.lane_id
WHERE l.office_id = $1 AND $2 = ANY(l.services) AND NOT EXISTS (
  SELECT FROM closure c WHERE c.office_id = $1 AND (c.lane_id IS NULL OR c.lane_id = l.id)
    AND d.date BETWEEN c."from" AND c."until")`,
    [wish.officeId, wish.service, wish.from, wish.until],
  )
  return rows.map(({ date }) => date)
}

/** What holds where no rule is stored; the start of the process may set it from its settings. */
export function policyBase(): { policy: BookingPolicy } {
  return once('policy base', () => ({ policy: DEFAULT_POLICY }))
}
