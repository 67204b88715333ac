import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { addDays, type CalendarDate, weekdayOf } from '#lib/domain/calendar-date.ts'
import { findUnbalancedSlots } from '#tests/support/find-unbalanced-slots.ts'

type Queryable = Pick<Pool | PoolClient, 'query'>

/** A promise of the house that was broken, and for which case. */
export interface Wrong {
  readonly what: string
  readonly which: string
}

/**
 * Open cases that have, at the end of a day, neither a kept seat nor a visit inside what is left of their window; where the
 * office has no opening left in it there is nothing to keep.
 */
export async function findCasesWithoutSeat(pool: Pool, day: CalendarDate): Promise<Wrong[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT c.id FROM divorce_case c
     WHERE c.status = 'open' AND c.cert_window_end >= $1
       AND EXISTS (SELECT FROM slot s WHERE s.office_id = c.office_id AND s.open
         AND s.date BETWEEN greatest(c.first_service_day, $1::date) AND c.cert_window_end)
       AND NOT EXISTS (SELECT FROM (
           SELECT slot_id FROM kept_seat WHERE case_id = c.id
           UNION ALL SELECT slot_id FROM appointment WHERE case_id = c.id AND status IN ('awaiting-partner', 'confirmed')
         ) seat JOIN slot s ON s.id = seat.slot_id
         WHERE s.open AND s.date BETWEEN greatest(c.cert_window_start, $1::date) AND c.cert_window_end)`,
    [day],
  )
  return rows.map(({ id }) => ({
    what: 'an open case without a seat in its window',
    which: `${id} on ${day}`,
  }))
}

/** Everything that can be wrong when all is over. */
export async function findWrongs(pool: Queryable): Promise<Wrong[]> {
  const wrongs: Wrong[] = []
  for (const [what, query] of Object.entries(CHECKS)) {
    const { rows } = await pool.query<{ id: string }>(query)
    wrongs.push(...rows.map(({ id }) => ({ what, which: id })))
  }
  for (const slot of await findUnbalancedSlots(pool))
    wrongs.push({ what: 'a slot whose counters differ from its rows', which: JSON.stringify(slot) })
  return [...wrongs, ...(await findMiscounted(pool))]
}

const CLOSED_ON = `(c.closed_at AT TIME ZONE 'Asia/Shanghai')::date`

const CHECKS: Readonly<Record<string, string>> = {
  'a certificate outside its window': `
    SELECT c.id FROM divorce_case c
    WHERE c.status = 'issued' AND ${CLOSED_ON} NOT BETWEEN c.cert_window_start AND c.cert_window_end`,
  'a certificate on a day without service': `
    SELECT c.id FROM divorce_case c LEFT JOIN calendar_day d ON d.date = ${CLOSED_ON}
    WHERE c.status = 'issued' AND (d.kind = 'holiday' OR (extract(isodow FROM ${CLOSED_ON}) > 5 AND d.kind IS NULL))
      AND NOT EXISTS (SELECT FROM service_day s WHERE s.lane_id = c.office_id || '-lane' AND s.date = ${CLOSED_ON})`,
  'a withdrawal after the cooling-off': `
    SELECT c.id FROM divorce_case c
    WHERE c.status = 'withdrawn' AND ${CLOSED_ON} NOT BETWEEN c.accepted_on AND c.cooling_off_end`,
  'lapsed on another day than the one after the window': `
    SELECT c.id FROM divorce_case c WHERE c.status = 'lapsed' AND ${CLOSED_ON} <> c.cert_window_end + 1`,
  'still open': `SELECT c.id FROM divorce_case c WHERE c.status = 'open'`,
  'a seat that a closed case keeps': `SELECT case_id AS id FROM kept_seat`,
  'told the same thing twice': `
    SELECT case_id || ' ' || role || ' ' || event AS id FROM outbox_message WHERE case_id IS NOT NULL
    GROUP BY case_id, role, event HAVING count(*) > 1`,
  'not told of the beginning or the end, or told of another end': `
    SELECT c.id FROM divorce_case c LEFT JOIN outbox_message m ON m.case_id = c.id
      AND m.event IN ('case-opened', 'case-issued', 'case-withdrawn', 'case-lapsed')
    GROUP BY c.id HAVING count(m.event) <> 4
      OR count(*) FILTER (WHERE m.event IN ('case-opened', 'case-' || c.status)) <> 4`,
  // Reminders come at nine, people at ten: whoever is still there on that morning hears of it.
  'a reminder that did not come, or to somebody whose case was over': `
    WITH told AS (
      SELECT case_id, event, (due_at AT TIME ZONE 'Asia/Shanghai')::date AS on_day, count(*) AS people
      FROM outbox_message WHERE case_id IS NOT NULL GROUP BY 1, 2, 3)
    SELECT c.id || ' ' || r.event AS id FROM divorce_case c CROSS JOIN LATERAL (VALUES
      ('cooling-off-ends', c.cooling_off_end - 3), ('window-opens', c.first_service_day),
      ('window-closes-soon', c.cert_window_end - 7), ('window-closes', c.cert_window_end - 2)) r(event, on_day)
    LEFT JOIN told t ON t.case_id = c.id AND t.event = r.event AND t.on_day = r.on_day
    WHERE coalesce(t.people, 0) <> CASE WHEN ${CLOSED_ON} >= r.on_day THEN 2 ELSE 0 END`,
}

/** Cases whose dates are not those that a plain count over the final calendar gives. Civil Code art. 201, 203, 1077. */
async function findMiscounted(pool: Queryable): Promise<Wrong[]> {
  const days = await pool.query<{ date: string; kind: string }>(
    'SELECT date::text AS date, kind FROM calendar_day',
  )
  const kinds = new Map(days.rows.map(({ date, kind }) => [date, kind]))
  const rests = (day: CalendarDate) =>
    kinds.has(day) ? kinds.get(day) === 'holiday' : weekdayOf(day) === 6 || weekdayOf(day) === 7
  const endOf = (from: CalendarDate) => {
    let end = from
    for (let count = 0; count < 30 || rests(end); count += 1) end = addDays(end, 1)
    return end
  }
  const { rows } = await pool.query<{ id: string; acceptedOn: CalendarDate; first: string; second: string }>(
    `SELECT id, accepted_on::text AS "acceptedOn", cooling_off_end::text AS first, cert_window_end::text AS second
     FROM divorce_case WHERE NOT provisional`,
  )
  return rows
    .filter(({ acceptedOn, first, second }) => {
      const end = endOf(acceptedOn)
      return first !== end || second !== endOf(end)
    })
    .map(({ id }) => ({ what: 'dates that a plain count does not give', which: id }))
}
