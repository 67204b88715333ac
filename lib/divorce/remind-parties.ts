import type { Pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'

/**
 * Leaves the reminders of the two periods for both people of every open case: three days before the cooling-off ends, on
 * the first day the office serves the certificate, seven and two days before the window closes. Each once for its date,
 * however often this runs; a date that moved gets its own, and what was left for the old one is not sent any more. One that was missed is made up for while it is still of use.
 * Tells how many were left.
 */
export async function remindParties(pool: Pool, now: Date): Promise<number> {
  const today = shanghaiToday(now)
  const { rowCount } = await pool.query(REMINDERS, [
    today,
    now,
    addDays(today, 3),
    addDays(today, 7),
    addDays(today, 2),
  ])
  return rowCount ?? 0
}

const REMINDERS = `
INSERT INTO outbox_message (case_id, role, event, locale, due_at, dedupe, detail)
SELECT c.id, p.role, r.event, p.locale, $2, 'case ' || c.id || ' ' || p.role || ' ' || r.event || ' ' || r.about,
  json_build_object('date', r.about::text)
FROM divorce_case c JOIN divorce_party p ON p.case_id = c.id
CROSS JOIN LATERAL (VALUES
  ('cooling-off-ends', c.cooling_off_end, c.cooling_off_end <= $3::date AND c.cooling_off_end >= $1::date),
  ('window-opens', c.first_service_day, c.first_service_day <= $1::date AND c.cert_window_end - 7 > $1::date),
  ('window-closes-soon', c.cert_window_end, c.cert_window_end <= $4::date AND c.cert_window_end > $5::date),
  ('window-closes', c.cert_window_end, c.cert_window_end <= $5::date AND c.cert_window_end >= $1::date)
) r(event, about, is_due)
WHERE c.status = 'open' AND r.is_due
ON CONFLICT (dedupe) WHERE dedupe IS NOT NULL DO NOTHING`
